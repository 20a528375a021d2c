internal import Diagnostics
internal import Model
internal import Values

/// Decides what is to happen. Synchronous, deterministic, without I/O: one value in, one value out.
package struct Planner {
  let input: PlanningInput
  private let findings: [Address: Finder.Finding]
  private let objects: [Address: RemoteObject]
  var differences: [Address: Difference] = [:]
  let selected: [Resource]
  private(set) var symbols = Symbols()
  /// What a person knows the resources by.
  let names: Symbols
  /// The resources whose ids there are not yet, and that nothing in this run makes.
  var awaited: Set<Address> = []
  var changes: [Address: Change] = [:]
  private var unchanged: [Plan.Unchanged] = []
  var refusals: [Refusal] = []

  /// Plans what makes the live objects what the spec wants.
  ///
  /// - Throws: `PlanningFailure` if the selection is impossible or an identity is ambiguous.
  package static func plan(_ input: PlanningInput) throws(PlanningFailure) -> Plan {
    var planner = try Planner(input)
    return try planner.plan()
  }

  private init(_ input: PlanningInput) throws(PlanningFailure) {
    self.input = input
    names = Symbols(naming: input.resources)
    let finder = Finder(input)
    findings = finder.findings
    objects = findings.mapValues(\.object)
    let selection = input.options.selection
    selected = input.resources.filter { selection.contains($0.address) }
    let problems = finder.problems + Self.missingExternals(input, selected: selected, finder)
    guard problems.isEmpty else { throw .undecidable(problems.inReadingOrder) }
    let leftOut = Self.dependenciesLeftOut(
      input.resources,
      selected: selected,
      findings: findings
    )
    guard leftOut.isEmpty else { throw .invalid(leftOut) }
  }

  private mutating func plan() throws(PlanningFailure) -> Plan {
    symbols.ids = ids
    for resource in input.resources where resource.mode.isByHand && !resource.isAbsent {
      if symbols.ids[resource.address] == nil { awaited.insert(resource.address) }
    }
    for resource in ReferenceOrder.sorted(selected) { decide(resource) }
    let leftOut = dependentsLeftOut
    guard leftOut.isEmpty else { throw .invalid(leftOut) }
    refuseFullGroups()
    let arranger = Arranger(
      input: input,
      selected: selected,
      objects: objects,
      changes: changes
    )
    let arrangements = arranger.arrangements
    for change in arranger.orderChanges { merge(change) }
    // What is only rearranged is no longer unchanged.
    let settled = unchanged.filter { changes[$0.address] == nil }
    let ordered = ReferenceOrder.sorted(changes, live: objects, input: input)
    return Plan(
      environment: input.environment,
      targets: input.targets,
      changes: ordered,
      arrangements: arrangements,
      unchanged: settled.sorted { $0.address < $1.address },
      forgotten: forgotten,
      drift: DriftDetector(
        input: input,
        selected: selected,
        objects: objects,
        differences: differences,
        symbols: symbols,
        orderChanges: arranger.orderChanges
      ).drift,
      refusals: refusals,
      diagnostics: input.diagnostics,
      ids: ids,
      reads: input.reads
    )
  }

  /// The ids that there are before anything is done.
  private var ids: [Address: String] {
    var ids = objects.mapValues(\.id)
    for resource in input.resources {
      guard let name = resource.kind.idAttribute else { continue }
      ids[resource.address] = resource.attributes[name]?.scalarText
    }
    return ids
  }

  private mutating func decide(_ resource: Resource) {
    let object = findings[resource.address]?.object
    switch resource.mode {
    case .managed: break
    case .external:
      // Drift tells of it; nothing is ever done about it, and the lock has nothing of it.
      differences[resource.address] = object.map { difference(of: $0, from: resource) }
      leave(resource, object: nil)
      return
    case .verified, .attested:
      inspect(resource, object)
      return
    }
    switch (resource.isAbsent, object) {
    case (true, nil):
      leave(resource, object: nil)
    case (true, let object?): changes[resource.address] = deletion(of: object, resource)
    case (false, nil):
      let wasKnown = input.baselines[resource.address] != nil
      create(resource, wasKnown ? .deletedElsewhere : .missing)
    case (false, let object?): compare(resource, object)
    }
  }

  private mutating func compare(_ resource: Resource, _ object: RemoteObject) {
    let difference = difference(of: object, from: resource)
    // A secret goes along with the attribute it is part of, and alone only on request.
    let touched = Set(difference.changes.map(\.attribute))
    let secrets = resource.comparedAttributes.map(\.name)
      .filter { input.options.setsSecrets || touched.contains($0) }
      .flatMap { resource.secretPaths(in: $0) }
    let attributes =
      difference.changes
      + secrets.map { path in
        AttributeChange(path: path, before: nil, after: .secret(Secret(unread: path)))
      }
    let isOnlySecrets = difference.changes.isEmpty
    guard !attributes.isEmpty else {
      leave(resource, object: object)
      return
    }
    differences[resource.address] = difference
    let blockers = resource.dependencies.filter(awaited.contains)
    guard blockers.isEmpty else {
      wait(resource, for: blockers, object, attributes)
      return
    }
    if !difference.immutable.isEmpty, !resource.kind.endpoints.deletes {
      changes[resource.address] = change(
        resource,
        .manual,
        .immutableDiffers,
        object: object,
        attributes: attributes,
        body: [:]
      )
      return
    }
    refuse(difference, resource)
    refuseIfBuiltIn(object, resource)
    if !difference.immutable.isEmpty {
      // Its id will be another one, so that whatever refers to it is told anew.
      symbols.ids[resource.address] = nil
      changes[resource.address] = change(
        resource,
        .replace,
        .immutableDiffers,
        object: object,
        attributes: attributes,
        body: ChangeBody(resource: resource).create
      )
      return
    }
    changes[resource.address] = change(
      resource,
      .update,
      isOnlySecrets ? .secretsRequested : .differs,
      object: object,
      attributes: attributes,
      body: ChangeBody(resource: resource)
        .update(Set(attributes.map(\.attribute)), of: object, among: input.live, symbols: symbols)
    )
  }

  func difference(of object: RemoteObject, from resource: Resource) -> Difference {
    Difference(of: object, from: resource, symbols: symbols, among: input.live)
  }

  mutating func leave(_ resource: Resource, object: RemoteObject?) {
    unchanged.append(
      Plan.Unchanged(
        address: resource.address,
        kind: resource.kind.name,
        object: object,
        managed: resource.managedNames,
        orders: resource.orders,
        adopts: object != nil && isAdopted(resource),
        digests: resource.mode.isByHand
          ? resource.digests(of: resource.managedNames, symbols) : nil
      )
    )
  }

  private mutating func deletion(of object: RemoteObject, _ resource: Resource) -> Change {
    if resource.isProtected {
      refusals.append(
        Refusal(
          address: resource.address,
          cause: .protected,
          explanation: "\(resource.address) has both `absent: true` and `protect: true`. "
            + "Take `protect` out first."
        )
      )
    }
    refuseIfBuiltIn(object, resource)
    guard resource.kind.endpoints.deletes else {
      return change(resource, .manual, .unwanted, object: object, attributes: [], body: [:])
    }
    symbols.ids[resource.address] = nil
    return change(resource, .delete, .unwanted, object: object, attributes: [], body: [:])
  }

  private mutating func create(_ resource: Resource, _ reason: Reason) {
    let body = ChangeBody(resource: resource).create
    let shown = resource.kind.schema.compactMap { attribute -> AttributeChange? in
      let value =
        body[attribute.name]
        ?? (attribute.ordering == nil ? nil : resource.attributes[attribute.name])
      return value.map { AttributeChange(path: attribute.name, before: nil, after: $0) }
    }
    let blockers = resource.dependencies.filter(awaited.contains)
    guard blockers.isEmpty else {
      wait(resource, for: blockers, nil, shown)
      return
    }
    changes[resource.address] = change(
      resource,
      .create,
      reason,
      object: nil,
      attributes: shown,
      body: body
    )
  }

  /// Whether the object of a managed resource was found without the lock knowing it.
  private func isAdopted(_ resource: Resource) -> Bool {
    !resource.mode.isByHand && findings[resource.address]?.isAdopted == true
  }

  func change(
    _ resource: Resource,
    _ action: Action,
    _ reason: Reason,
    object: RemoteObject?,
    attributes: [AttributeChange],
    body: Members
  ) -> Change {
    var change = Change(
      address: resource.address,
      kind: resource.kind.name,
      action: action,
      reason: reason,
      id: object?.id,
      attributes: attributes,
      body: body,
      managed: resource.managedNames,
      orders: resource.orders,
      identity: resource.trimmedIdentity ?? "",
      source: resource.range.place,
      places: resource.places.mapValues(\.place)
    )
    change.createdAt = object?.createdAt
    change.adopts = isAdopted(resource)
    return change
  }

  /// Joins a change of order with the change of the same resource, if there is one.
  private mutating func merge(_ order: Arranger.OrderChange) {
    let address = order.resource.address
    if let existing = changes[address] {
      guard existing.action == .update else { return }
      changes[address] = change(
        order.resource,
        .update,
        existing.reason,
        object: findings[address]?.object,
        attributes: existing.attributes + [order.attribute],
        body: existing.body
      )
    } else {
      changes[address] = change(
        order.resource,
        .update,
        .differs,
        object: findings[address]?.object,
        attributes: [order.attribute],
        body: [:]
      )
    }
  }

  private var forgotten: [Plan.Forgotten] {
    let declared = Set(input.resources.map(\.address))
    return input.baselines
      .filter { !declared.contains($0.key) && input.options.selection.contains($0.key) }
      .map {
        Plan.Forgotten(address: $0.key, id: $0.value.id, attestation: $0.value.attestation)
      }
      .sorted { $0.address < $1.address }
  }
}
