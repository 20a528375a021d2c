internal import ArgumentParser
internal import Diagnostics
internal import Execution
internal import Model
internal import Planning
internal import Platform
internal import Rendering
internal import Spec

struct ApplyCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Shows the plan, asks, and makes it so.",
    usage: "lockstep apply [<options>] [<PATH>]",
    discussion: """
      Ctrl-C lets the requests in flight finish, begins nothing new and prints the report.

      EXAMPLES
        lockstep apply
        lockstep apply --environment production --yes --confirm production
        lockstep apply production.plan         a plan saved by `lockstep plan --out`
      """
  )

  @Argument(
    help: ArgumentHelp("The spec, a folder of specs, or a saved plan.", valueName: "PATH"),
    completion: .file()
  )
  var path = "integration.yaml"

  @OptionGroup var choice: EnvironmentArguments
  @OptionGroup var planning: PlanningArguments
  @OptionGroup var layout: LayoutArguments
  @OptionGroup var output: OutputArguments

  @Flag(help: "Do not ask; for CI.")
  var yes = false

  @Option(
    help: ArgumentHelp("Consent for a protected environment.", valueName: "ENVIRONMENT"),
    completion: SpecCompletion.environments
  )
  var confirm: String?

  @Option(help: ArgumentHelp("How many changes are in flight at most.", valueName: "NUMBER"))
  var parallelism = 4

  func validate() throws {
    guard (1...64).contains(parallelism) else {
      throw ValidationError("--parallelism takes a number from 1 to 64.")
    }
  }

  func run(in session: Session) async -> ExitStatus {
    let reporter = Reporter(session, output)
    do throws(Preparation.Failure) {
      let saved = try savedPlan(in: session)
      let wish = try wish(saved)
      let guardian = try ApplyLock(wish.path, in: session)
      defer { guardian.release() }
      let preparation = try await Preparation.prepare(wish, in: session)
      let status = await apply(preparation, saved: saved, reporter)
      guard let problem = await preparation.connections.shutdown() else { return status }
      reporter.complain([problem])
      return status == .done ? .partial : status
    } catch {
      return reporter.fail(error.diagnostics, error.status)
    }
  }

  private func apply(
    _ preparation: Preparation,
    saved: SavedPlan?,
    _ reporter: Reporter
  ) async -> ExitStatus {
    let plan = preparation.plan
    reporter.complain(plan.diagnostics)
    if reporter.isText {
      reporter.session.write(reporter.planText(isCompact: layout.compact).text(of: plan))
    }
    if let saved, !saved.isSame(as: plan) {
      return reporter.fail([.stalePlan(path)], .stale)
    }
    let consent = Consent(
      yes: yes || saved != nil,
      confirmed: confirm,
      isProtected: preparation.desired.isProtected,
      preamble: reporter.isText ? "" : reporter.prompt(showing: plan, isCompact: layout.compact)
    )
    switch consent.decision(on: plan, session: reporter.session) {
    case .given: break
    case .declined:
      reporter.session.complain("Nothing was changed.\n")
      return .failed
    case .missing(let problems): return reporter.fail(problems, .noConsent)
    }
    if plan.isExecuted {
      do throws(Diagnostic) {
        try preparation.lockFile.prove()
      } catch {
        return reporter.fail([error], .invalid)
      }
    }
    let run = ApplyRun(preparation: preparation, parallelism: parallelism, reporter: reporter)
    return await run.execute()
  }

  /// What is asked, here or when the plan was saved.
  private func wish(_ saved: SavedPlan?) throws(Preparation.Failure) -> Preparation.Wish {
    guard let saved else { return try Preparation.Wish(path, choice, planning) }
    guard choice.isSilent, planning.isSilent else {
      throw Preparation.Failure(status: .invalid, diagnostics: [.decidedAlready(path)])
    }
    return saved.wish
  }

  /// The saved plan at `path`; nil if it is a spec.
  private func savedPlan(in session: Session) throws(Preparation.Failure) -> SavedPlan? {
    let absolute = session.absolute(path)
    guard Folder.kind(of: absolute) == .file else { return nil }
    let bytes: [UInt8]?
    do throws(FileError) {
      bytes = try FileText.read(absolute, limitBytes: SavedPlan.limitBytes)
    } catch {
      // Whatever is wrong with the file, reading it as a spec says it better.
      return nil
    }
    guard let bytes, bytes.first == UInt8(ascii: "{") else { return nil }
    do throws(SavedPlan.Unreadable) {
      return try SavedPlan(String(decoding: bytes, as: UTF8.self))
    } catch {
      switch error {
      case .isNoPlan: return nil
      case .damaged(let reason):
        throw Preparation.Failure(status: .invalid, diagnostics: [.unreadablePlan(path, reason)])
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func stalePlan(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "stale-plan",
      summary: "The saved plan is stale",
      detail:
        "What \(path) was made from has changed since: the spec, the lock or the live objects. "
        + "The plan of now is the one shown. To approve that, save it with the `lockstep plan` "
        + "command that made this one."
    )
  }

  fileprivate static func decidedAlready(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "saved-plan-options",
      summary: "A saved plan takes no such options",
      detail:
        "Environment, variables, selection and consent to losses were decided when \(path) was "
        + "saved. Leave them out here, or give them to `lockstep plan --out`."
    )
  }

  fileprivate static func unreadablePlan(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      code: "plan-unreadable",
      summary: "The saved plan cannot be read",
      detail: "\(path): \(reason). Make a new one with `lockstep plan --out`."
    )
  }
}
