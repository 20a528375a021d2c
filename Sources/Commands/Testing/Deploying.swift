internal import Diagnostics
internal import Execution
internal import Messages
internal import Model
internal import Planning
internal import Rendering
internal import Spec
internal import Values

/// Applies a spec to an emulator that has nothing yet, as `apply`, `runbook --perform` and `attest` do one
/// after the other, and keeps all of it in memory.
struct Deploying {
  /// The id that each resource's object has there.
  typealias Identifiers = [Address: String]

  private let loaded: LoadedSpec
  private let desired: DesiredState
  private let session: Session
  private let connections: Connections
  private let lockFile: LockFile

  /// What is made, what waits for that, and what waits for the second: more than any spec needs.
  private static let rounds = 4

  /// - Parameter transport: Carries requests to the emulator.
  init(
    _ spec: EmulatedSpec,
    to transport: any Transport,
    in session: Session
  ) async throws(Preparation.Failure) {
    loaded = spec.loaded
    desired = spec.desired.fromNothing
    lockFile = LockFile(inMemoryOf: desired.environment.description)
    var quiet = session
    quiet.write = { _ in }
    quiet.complain = { _ in }
    quiet.catchesInterrupts = false
    quiet.runningEmulator = { _ in transport }
    self.session = quiet
    connections = try await Connections(to: desired, root: loaded.folder.root, in: quiet)
  }

  /// Applies the spec until nothing is left to be done.
  ///
  /// - Throws: `Preparation.Failure` if something cannot be done, or is never done.
  func deploy() async throws(Preparation.Failure) -> Identifiers {
    for _ in 0..<Self.rounds {
      var preparation = try await prepare()
      if preparation.plan.isEmpty { return identifiers(preparation.plan) }
      if preparation.plan.isExecuted {
        try await apply(preparation)
        preparation = try await prepare()
      }
      if preparation.plan.changes.contains(where: { $0.action == .manual }) {
        try await perform(preparation)
        try attest(try await prepare())
      }
    }
    let plan = try await prepare().plan
    guard !plan.isEmpty else { return identifiers(plan) }
    throw Preparation.Failure(status: .failed, diagnostics: [.neverDeployed(plan)])
  }

  private func prepare() async throws(Preparation.Failure) -> Preparation {
    let wish = Preparation.Wish(
      path: "",
      environment: nil,
      variables: [],
      options: PlanningOptions()
    )
    let preparation = try await Preparation.plan(wish, desired, loaded, connections, lockFile)
    let resources = resources
    let problems =
      preparation.plan.refusals.map { refusal in
        Diagnostic.notDeployable(
          "\(refusal.address): \(refusal.explanation)",
          at: resources[refusal.address]?.range
        )
      }
      + preparation.plan.changes.filter { $0.action == .create }.compactMap { change in
        resources[change.address].flatMap { Diagnostic.incomplete($0) }
      }
    guard problems.isEmpty else {
      throw Preparation.Failure(status: .invalid, diagnostics: problems)
    }
    return preparation
  }

  private func apply(_ preparation: Preparation) async throws(Preparation.Failure) {
    let run = ApplyRun(preparation: preparation, parallelism: 1, reporter: Reporter(session))
    let (_, diagnostics) = await run.carryOut()
    guard !diagnostics.hasErrors else {
      throw Preparation.Failure(status: .failed, diagnostics: diagnostics)
    }
  }

  private func perform(_ preparation: Preparation) async throws(Preparation.Failure) {
    var rehearsal = Rehearsal(preparation)
    do throws(Diagnostic) {
      try await rehearsal.perform()
    } catch {
      throw Preparation.Failure(status: .failed, diagnostics: [error])
    }
  }

  private func attest(_ preparation: Preparation) throws(Preparation.Failure) {
    let resources = resources
    let seen = preparation.plan.changes.filter { change in
      change.action == .manual
        && (change.object != nil || resources[change.address]?.mode == .attested)
    }
    let attesting = Attesting(preparation: preparation, date: "", by: nil, note: nil)
    _ = try attesting.record(seen.map(\.address))
  }

  private var resources: [Address: Resource] {
    Dictionary(desired.resources.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func identifiers(_ plan: Plan) -> Identifiers {
    var ids = plan.ids
    for resource in desired.resources where ids[resource.address] == nil {
      // What no API tells of has the id that the spec says.
      ids[resource.address] =
        resource.kind.idAttribute.flatMap { resource.attributes[$0]?.scalarText }
    }
    return ids
  }
}

extension Diagnostic {
  fileprivate static func notDeployable(_ reason: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      code: "not-deployable",
      summary: "The spec cannot be applied to an empty emulator",
      detail: "\(reason)",
      at: range
    )
  }

  /// What an object that somebody else keeps lacks to be made in an account that has it not.
  fileprivate static func incomplete(_ resource: Resource) -> Diagnostic? {
    let missing = resource.kind.schema
      .filter { $0.isRequired && !$0.isReadOnly && resource.attributes[$0.name] == nil }
      .map(\.name)
    guard !missing.isEmpty else { return nil }
    return notDeployable(
      "\(resource.address) is external, and every scenario begins with an account that has nothing "
        + "but what the spec says. So that it can be made there, write "
        + "\(missing.joined(separator: ", ")) as well.",
      at: resource.range
    )
  }

  fileprivate static func neverDeployed(_ plan: Plan) -> Diagnostic {
    let left = plan.changes.map { "\($0.action.rawValue) \($0.address)" }
    return notDeployable(
      "Applied again and again, it still leaves: \(left.joined(separator: ", ")). "
        + "`lockstep plan` with an emulator as the environment shows what differs.",
      at: nil
    )
  }
}
