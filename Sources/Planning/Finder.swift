internal import Diagnostics
internal import Model
internal import Values

/// Finds each resource's object among the live ones: by the lock's id, else by `match`, else by identity.
struct Finder {
  /// What was found of one resource.
  struct Finding {
    let object: RemoteObject
    /// By identity or `match`, without the lock knowing it.
    let isAdopted: Bool
  }

  private(set) var findings: [Address: Finding] = [:]
  private(set) var problems: [Diagnostic] = []
  /// The resources that the problems are about.
  private(set) var undecided: Set<Address> = []
  /// Of a resource whose identity several objects have: all of them.
  private(set) var rivals: [Address: [RemoteObject]] = [:]

  init(_ input: PlanningInput) {
    var claimed: [String: [String: Address]] = [:]
    let byID = input.live.mapValues { objects in
      Dictionary(objects.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    for resource in input.resources {
      let kind = resource.kind.name
      // What the lock knows of an external resource is from when it was none.
      let baseline = resource.mode != .external ? input.baselines[resource.address] : nil
      guard let object = known(resource, baseline: baseline, in: byID[kind]) else { continue }
      if let other = claimed[kind]?[object.object.id] {
        report(Self.shared(object.object, resource, other), resource)
        continue
      }
      claimed[kind, default: [:]][object.object.id] = resource.address
      findings[resource.address] = object
    }
    for (kindName, resources) in Dictionary(grouping: input.resources, by: { $0.kind.name }) {
      guard let kind = resources.first?.kind else { continue }
      let all = Dictionary(grouping: input.live[kindName] ?? []) { $0.identity(kind) ?? "" }
      let open = resources.filter { findings[$0.address] == nil }
      // What is said expressly comes before what only bears the name.
      for resource in open.filter({ $0.match != nil }) + open.filter({ $0.match == nil }) {
        match(resource, all, claimed: &claimed[kindName, default: [:]])
      }
    }
    problems = problems.inReadingOrder
  }

  /// The object that the lock or an explicit id names.
  private mutating func known(
    _ resource: Resource,
    baseline: Baseline?,
    in objects: [String: RemoteObject]?
  ) -> Finding? {
    if let id = baseline?.id, baseline?.kind == resource.kind.name, let object = objects?[id] {
      return Finding(object: object, isAdopted: false)
    }
    guard case .id(let id)? = resource.match else { return nil }
    if let object = objects?[id] { return Finding(object: object, isAdopted: true) }
    if !resource.isAbsent, resource.mode != .external, objects != nil {
      report(
        Diagnostic(
          code: "unknown-id",
          summary: "No object with this id",
          detail:
            "`match` names the id \(id), and the instance has no \(resource.kind.noun) with it. "
            + "Correct the id, or take `match` out to have the object created.",
          at: resource.places["match"] ?? resource.range
        ),
        resource
      )
    }
    return nil
  }

  /// Finds by the identity before a rename, else by the identity; what others hold is not free.
  private mutating func match(
    _ resource: Resource,
    _ objects: [String: [RemoteObject]],
    claimed: inout [String: Address]
  ) {
    var candidates: [RemoteObject] = []
    if case .identity(let identity)? = resource.match {
      let named = objects[identity] ?? []
      candidates = named.filter { claimed[$0.id] == nil }
      if candidates.isEmpty, let taken = named.first, let other = claimed[taken.id] {
        report(Self.shared(taken, resource, other), resource)
        return
      }
    }
    if candidates.isEmpty, !resource.isMatchedByID, let identity = resource.trimmedIdentity {
      let named = objects[identity] ?? []
      candidates = named.filter { claimed[$0.id] == nil }
      if candidates.isEmpty, resource.mode == .external, let taken = named.first,
        let other = claimed[taken.id]
      {
        report(Self.shared(taken, resource, other), resource)
        return
      }
    }
    if let object = candidates.first, candidates.count == 1 {
      claimed[object.id] = resource.address
      findings[resource.address] = Finding(object: object, isAdopted: true)
    } else if candidates.count > 1 {
      rivals[resource.address] = candidates
      report(Self.ambiguous(resource, candidates), resource)
    }
  }

  private mutating func report(_ problem: Diagnostic, _ resource: Resource) {
    problems.append(problem)
    undecided.insert(resource.address)
  }

  private static func ambiguous(_ resource: Resource, _ objects: [RemoteObject]) -> Diagnostic {
    let ids = objects.map(\.id).sorted { ($0.count, $0) < ($1.count, $1) }
    return Diagnostic(
      code: "ambiguous-identity",
      summary: "Several objects have this identity",
      detail: "\(objects.count) objects of kind \(resource.kind.name) have this "
        + "\(resource.kind.identity.attribute): their ids are \(ids.joined(separator: ", ")). Say which "
        + "one is meant with `match: {id: \"\(ids[0])\"}`, or delete the others.",
      at: resource.range
    )
  }

  private static func shared(
    _ object: RemoteObject,
    _ resource: Resource,
    _ other: Address
  ) -> Diagnostic {
    Diagnostic(
      code: "shared-object",
      summary: "Two resources claim one object",
      detail: "The \(resource.kind.noun) \(object.id) is claimed by \(resource.address) and by "
        + "\(other), by `match` or by the lock. Correct `match`, remove one of the two from the spec, or "
        + "take the wrong entry out of the lock.",
      at: resource.range
    )
  }
}

extension Resource {
  fileprivate var isMatchedByID: Bool {
    if case .id? = match { true } else { false }
  }

  /// The identity as the API would answer it.
  var trimmedIdentity: String? {
    kind.schema[kind.identity.attribute]?.isTrimmed == true ? identity?.trimmingBlanks : identity
  }
}
