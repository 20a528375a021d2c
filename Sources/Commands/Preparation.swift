internal import Client
internal import Diagnostics
internal import Execution
internal import Model
internal import Planning
internal import Platform
internal import Rendering
internal import Spec

/// Everything a run knows once the plan stands: the chain from the spec's text to the plan.
///
/// `plan`, `apply` and `drift` are readings of this one chain.
struct Preparation: Sendable {
  let desired: DesiredState
  let connections: Connections
  let lockFile: LockFile
  let baselines: [Address: Baseline]
  let live: [String: [RemoteObject]]
  let plan: Plan

  /// Why a run ended before there was a plan.
  struct Failure: Error {
    let status: ExitStatus
    let diagnostics: [Diagnostic]
  }

  /// What the caller asked for.
  struct Wish: Sendable {
    var path: String
    var environment: String?
    var variables: [String]
    var options: PlanningOptions
    /// The accounts are asked what they know, and the spec is compared with that.
    var checksDefinitions = false
    /// Patterns that must name something, though they select nothing.
    var named: [String] = []
  }

  /// Reads the spec, the lock and the live objects, and plans.
  static func prepare(_ wish: Wish, in session: Session) async throws(Failure) -> Preparation {
    let (loaded, desired, warnings) = try resolve(wish, in: session)
    try check(wish, against: desired)
    let connections = try await Connections(to: desired, root: loaded.folder.root, in: session)
    do throws(Failure) {
      let lockFile = LockFile(of: desired, loaded.folder, in: session)
      return try await plan(wish, desired, loaded, connections, lockFile, warnings)
    } catch {
      let problem = await connections.shutdown()
      throw Failure(
        status: error.status,
        diagnostics: error.diagnostics + [problem].compactMap(\.self)
      )
    }
  }

  /// Reads the live objects over `connections` and plans what takes them to `desired`.
  static func plan(
    _ wish: Wish,
    _ desired: DesiredState,
    _ loaded: LoadedSpec,
    _ connections: Connections,
    _ lockFile: LockFile,
    _ warnings: [Diagnostic] = []
  ) async throws(Failure) -> Preparation {
    let baselines = try baselines(lockFile)
    let kinds = Refresh.kinds(
      for: desired.resources,
      selection: wish.options.selection,
      among: LoadedSpec.kinds
    )
    try requireClients(of: kinds, connections, desired)
    let live: [String: [RemoteObject]]
    var warnings = warnings
    do throws(APIFailure) {
      let refresh = Refresh(clients: connections.clients)
      live = try await refresh.details(
        of: try await refresh.objects(of: kinds),
        for: desired.resources,
        selection: wish.options.selection,
        baselines: baselines
      )
      if wish.checksDefinitions, let specification = loaded.specification {
        let check = DefinitionsCheck(clients: connections.clients, specification: specification)
        warnings += try await check.diagnostics(of: desired.resources, wish.options.selection)
      }
    } catch {
      throw Failure(status: ExitStatus(error.cause), diagnostics: [Diagnostic(reading: error)])
    }
    let input = PlanningInput(
      environment: desired.environment.description,
      targets: connections.origins,
      resources: desired.resources,
      live: live,
      baselines: baselines,
      options: wish.options,
      diagnostics: warnings,
      reads: connections.requests.reads
    )
    do throws(PlanningFailure) {
      return Preparation(
        desired: desired,
        connections: connections,
        lockFile: lockFile,
        baselines: baselines,
        live: live,
        plan: try Planner.plan(input)
      )
    } catch {
      switch error {
      case .invalid(let problems): throw Failure(status: .invalid, diagnostics: problems)
      case .undecidable(let problems): throw Failure(status: .undecidable, diagnostics: problems)
      }
    }
  }

  /// The spec and what it wants of the environment; no request is sent.
  ///
  /// - Parameter isOffline: Whether no request will be: then secrets are not read.
  static func resolve(
    _ wish: Wish,
    isOffline: Bool = false,
    in session: Session
  ) throws(Failure) -> (LoadedSpec, DesiredState, [Diagnostic]) {
    let (loaded, desired, diagnostics): (LoadedSpec, DesiredState?, [Diagnostic])
    do throws(Diagnostic) {
      loaded = try LoadedSpec(wish.path, in: session)
      if !loaded.diagnostics.hasErrors {
        let environment = session.environment
        let (state, found) = loaded.resolve(
          environment: try loaded.environment(wish.environment, in: session),
          variables: try LoadedSpec.variables(wish.variables),
          secrets: isOffline ? .unread : .process { environment[$0] }
        )
        (desired, diagnostics) = (state, loaded.diagnostics + found)
      } else {
        (desired, diagnostics) = (nil, loaded.diagnostics)
      }
    } catch {
      throw Failure(status: .invalid, diagnostics: [error])
    }
    guard let desired else { throw Failure(status: .invalid, diagnostics: diagnostics) }
    return (loaded, desired, diagnostics)
  }

  /// Patterns that name nothing are slips of the hand.
  static func check(_ wish: Wish, against desired: DesiredState) throws(Failure) {
    let options = wish.options
    let addresses = desired.resources.map(\.address)
    let known = Set(addresses)
    let unmatched =
      options.selection.unmatched(by: addresses)
      + Selection(only: wish.named).unmatched(by: addresses)
    let patterns =
      unmatched
      + options.allowedReplacements.filter { !known.contains($0) }.map(\.description).sorted()
    guard !patterns.isEmpty else {
      guard addresses.isEmpty || addresses.contains(where: options.selection.contains) else {
        throw Failure(status: .invalid, diagnostics: [.nothingSelected])
      }
      return
    }
    let sections = Set(addresses.map { "\($0.system).\($0.collection).*" }).sorted()
    throw Failure(
      status: .invalid,
      diagnostics: patterns.map { pattern in
        Diagnostic(
          code: "unknown-address",
          summary: "No resource has this address",
          detail: "\"\(pattern)\" names no resource of the spec."
            + Suggestion.sentence(
              for: pattern,
              in: addresses.map(\.description) + (unmatched.contains(pattern) ? sections : [])
            )
        )
      }
    )
  }

  private static func requireClients(
    of kinds: [Kind],
    _ connections: Connections,
    _ desired: DesiredState
  ) throws(Failure) {
    let missing = Set(kinds.map(\.system)).filter { connections.clients[$0] == nil }.sorted()
    guard !missing.isEmpty else { return }
    throw Failure(
      status: .invalid,
      diagnostics: missing.map { system in
        Diagnostic(
          code: "missing-instance",
          summary: "The environment lacks an instance",
          detail:
            "The spec declares \(system) resources, and the environment \(desired.environment) "
            + "has no `\(system)`. Add it, or choose another environment."
        )
      }
    )
  }
}

extension Diagnostic {
  fileprivate static var nothingSelected: Diagnostic {
    Diagnostic(
      code: "nothing-selected",
      summary: "Nothing is selected",
      detail: "--only and --exclude together leave no resource of the spec. Leave one of them out."
    )
  }
}
