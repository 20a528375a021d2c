internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Model
internal import Planning
internal import Platform
internal import Rendering
internal import Spec

struct AttestCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "attest",
    abstract: "Records that what no API reads is as the spec says.",
    usage: """
      lockstep attest [<options>] <ADDRESS> ...
      lockstep attest --list [<options>]
      lockstep attest --revoke [<options>] <ADDRESS> ...
      """,
    discussion: """
      The lock remembers exactly what was confirmed, for this environment alone: a
      later change of the spec opens it again. What an API reads is compared first,
      and must be right.

      --list and --revoke send no request. Whether an object was made anew since, and
      needs another look, plan tells.

      EXAMPLES
        lockstep attest braze.campaigns.open_ticket --by Ada --note seen
        lockstep attest 'braze.keyword_categories.*' --environment production
        lockstep attest --list
        lockstep attest --revoke braze.campaigns.open_ticket
      """
  )

  @Argument(
    help: ArgumentHelp(
      "An address, or a pattern such as 'braze.campaigns.*'.",
      valueName: "ADDRESS"
    ),
    completion: SpecCompletion.patterns
  )
  var addresses: [String] = []

  @Option(
    help: ArgumentHelp("The spec: a YAML file, or a folder of them.", valueName: "PATH"),
    completion: .file(extensions: ["yaml"])
  )
  var spec = "integration.yaml"

  @OptionGroup var choice: EnvironmentArguments
  @OptionGroup var output: OutputArguments

  @Option(help: ArgumentHelp("Who says so; kept in the lock.", valueName: "NAME"))
  var by: String?

  @Option(help: ArgumentHelp("What was seen, or where; kept in the lock.", valueName: "TEXT"))
  var note: String?

  @Flag(help: "What is attested, by whom and when, and what is open.")
  var list = false

  @Flag(help: "Take attestations back.")
  var revoke = false

  /// In characters.
  private static let (nameLimit, noteLimit) = (100, 500)

  func validate() throws {
    guard !list || !revoke else { throw ValidationError("--list and --revoke exclude each other.") }
    guard list == addresses.isEmpty else {
      throw ValidationError(
        list
          ? "--list takes no address."
          : revoke
            ? "Say whose attestation is taken back: an address."
            : "Say what is attested: an address, or --list."
      )
    }
    guard !list && !revoke || (by == nil && note == nil) else {
      throw ValidationError("--by and --note belong to an attestation.")
    }
    try Self.check(by, "--by", limit: Self.nameLimit)
    try Self.check(note, "--note", limit: Self.noteLimit)
  }

  private static func check(_ text: String?, _ option: String, limit: Int) throws {
    guard let text else { return }
    guard !text.isEmpty, text.count <= limit else {
      throw ValidationError(
        "\(option) takes 1 to \(limit) characters, and these are \(text.count)."
      )
    }
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw ValidationError("\(option) takes one line of text without control characters.")
    }
  }

  func run(in session: Session) async -> ExitStatus {
    let reporter = Reporter(session, output)
    var wish = Preparation.Wish(
      path: spec,
      environment: choice.environment,
      variables: choice.variables,
      options: PlanningOptions()
    )
    do throws(Preparation.Failure) {
      if list { return try showList(wish, reporter) }
      let guardian = try ApplyLock(wish.path, in: session)
      defer { guardian.release() }
      if revoke { return try takeBack(wish, reporter) }
      wish.named = addresses
      return try await attest(wish, reporter)
    } catch {
      return reporter.fail(error.diagnostics, error.status)
    }
  }

  private func attest(
    _ wish: Preparation.Wish,
    _ reporter: Reporter
  ) async throws(Preparation.Failure) -> ExitStatus {
    let session = reporter.session
    let (_, known, _) = try Preparation.resolve(wish, isOffline: true, in: session)
    try Preparation.check(wish, against: known)
    let wanted = try Attesting.addresses(addresses, among: known.resources)
    let preparation = try await Preparation.prepare(wish, in: session)
    if let problem = await preparation.connections.shutdown() { reporter.complain([problem]) }
    reporter.complain(preparation.plan.diagnostics)
    let attesting = Attesting(
      preparation: preparation,
      date: WallClock.iso8601(session.now()),
      by: by,
      note: note
    )
    let (entries, isNew) = try attesting.record(wanted)
    let lock = preparation.lockFile.name
    if reporter.isText {
      session.write(text(reporter).recorded(entries, lock: lock, isNew: isNew))
    } else {
      let environment = preparation.plan.environment
      reporter.write(AttestationJSON.recorded(entries, environment: environment, lock: lock))
    }
    return .done
  }

  private func showList(
    _ wish: Preparation.Wish,
    _ reporter: Reporter
  ) throws(Preparation.Failure) -> ExitStatus {
    let (loaded, desired, warnings) = try Preparation.resolve(
      wish,
      isOffline: true,
      in: reporter.session
    )
    reporter.complain(warnings)
    let lockFile = LockFile(of: desired, loaded.folder, in: reporter.session)
    let list = AttestationList(
      environment: desired.environment.description,
      resources: desired.resources,
      names: Symbols(naming: desired.resources),
      targets: ["braze": desired.target.origin(of: "braze") ?? ""],
      baselines: try Preparation.baselines(lockFile)
    )
    if reporter.isText {
      reporter.session.write(text(reporter).text(of: list))
    } else {
      reporter.write(AttestationJSON.value(of: list, lock: lockFile.name))
    }
    return .done
  }

  private func takeBack(
    _ wish: Preparation.Wish,
    _ reporter: Reporter
  ) throws(Preparation.Failure) -> ExitStatus {
    let (loaded, desired, _) = try Preparation.resolve(wish, isOffline: true, in: reporter.session)
    let lockFile = LockFile(of: desired, loaded.folder, in: reporter.session)
    let baselines = try Preparation.baselines(lockFile)
    let (left, revoked) = try Attesting.revoking(addresses, in: baselines)
    try Preparation.write(left, to: lockFile)
    if reporter.isText {
      reporter.session.write(text(reporter).revoked(revoked, lock: lockFile.name))
    } else {
      let environment = lockFile.environment
      reporter.write(
        AttestationJSON.revoked(revoked, environment: environment, lock: lockFile.name)
      )
    }
    return .done
  }

  private func text(_ reporter: Reporter) -> AttestationText {
    AttestationText(palette: reporter.palette, width: reporter.session.outputWidth)
  }
}
