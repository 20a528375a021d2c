internal import Model
internal import Values

/// Decides which objects have to change places in their group, and where to.
struct Arranger {
  /// The order of a group differs from what the spec wants.
  struct OrderChange {
    let resource: Resource
    let attribute: AttributeChange
    /// Objects that were there before stand otherwise than the spec wants, and not only newcomers.
    let isAmongOld: Bool
  }

  private(set) var arrangements: [Arrangement] = []
  private(set) var orderChanges: [OrderChange] = []

  /// A group as it will be before it is arranged.
  private struct Group {
    /// The ids of its objects, in their order.
    var settled: [String] = []
    /// The place of the last of them.
    var lastPosition = 0
    /// Those that come into it, in the order of the spec.
    var newcomers: [Address] = []
    /// One of them comes from another group and keeps its position, whatever that means here.
    var hasMoved = false

    /// Whether the newcomers stand in the wanted order at the end without being told to.
    var settlesByItself: Bool {
      newcomers.isEmpty || newcomers.count == 1 && (!hasMoved || settled.isEmpty)
    }
  }

  init(
    input: PlanningInput,
    selected: [Resource],
    objects: [Address: RemoteObject],
    changes: [Address: Change]
  ) {
    for ordering in Self.orderings(of: input.resources) {
      let groups = Self.groups(ordering, input, selected, objects, changes)
      let names = Self.names(ordering, input, objects)
      var owned: Set<String> = []
      for owner in selected where owner.kind.schema.contains(where: { $0.ordering == ordering }) {
        let key = Self.key(of: owner.address, objects, changes)
        owned.insert(key)
        arrange(owner, ordering, groups[key] ?? Group(), names)
      }
      for (key, group) in groups.sorted(by: { $0.key < $1.key }) where !owned.contains(key) {
        guard !group.settlesByItself, let owner = group.newcomers.first else { continue }
        append(ordering, owner, group.newcomers.map(Arrangement.Item.resource), group.lastPosition)
      }
    }
  }

  /// Every way in which objects of the kinds of `resources` are ordered.
  static func orderings(of resources: [Resource]) -> [Ordering] {
    var seen: Set<Ordering> = []
    return resources.flatMap { resource in
      resource.kind.schema.compactMap(\.ordering)
        + [resource.kind.endpoints.arranging?.ordering].compactMap(\.self)
    }.filter { seen.insert($0).inserted }
  }

  /// The local names of the resources of the ordered kind, by their object or, before they have
  /// one, by themselves.
  private static func names(
    _ ordering: Ordering,
    _ input: PlanningInput,
    _ objects: [Address: RemoteObject]
  ) -> [Arrangement.Item: String] {
    var names: [Arrangement.Item: String] = [:]
    for resource in input.resources where resource.kind.name == ordering.kind {
      names[.resource(resource.address)] = resource.address.name
      if let id = objects[resource.address]?.id { names[.object(id: id)] = resource.address.name }
    }
    return names
  }

  private mutating func arrange(
    _ owner: Resource,
    _ ordering: Ordering,
    _ group: Group,
    _ names: [Arrangement.Item: String]
  ) {
    let current =
      group.settled.map { Arrangement.Item.object(id: $0) }
      + group.newcomers.map(Arrangement.Item.resource)
    guard let attribute = owner.kind.schema.first(where: { $0.ordering != nil }),
      let wanted = owner.attributes[attribute.name]?.items?.compactMap(\.text)
    else {
      if !group.settlesByItself {
        append(
          ordering,
          owner.address,
          Array(current.dropFirst(group.settled.count)),
          group.lastPosition
        )
      }
      return
    }
    let items = Dictionary(
      current.compactMap { item in names[item].map { ($0, item) } },
      uniquingKeysWith: { first, _ in first }
    )
    let listed = wanted.compactMap { items[$0] }
    let named = Set(listed)
    var places = listed[...]
    let final = current.map { named.contains($0) ? places.popFirst() ?? $0 : $0 }
    if Array(final.prefix(group.settled.count)) == Array(current.prefix(group.settled.count)) {
      let tail = Array(final.dropFirst(group.settled.count))
      if !group.settlesByItself { append(ordering, owner.address, tail, group.lastPosition) }
      return
    }
    append(ordering, owner.address, final, 0)
    let before = current.filter(named.contains).compactMap { names[$0] }
    let old = group.settled.compactMap { names[.object(id: $0)] }.filter(wanted.contains)
    orderChanges.append(
      OrderChange(
        resource: owner,
        attribute: AttributeChange(
          path: attribute.name,
          before: .list(before.map(Value.string)),
          after: .list(listed.compactMap { names[$0] }.map(Value.string))
        ),
        isAmongOld: old != wanted.filter(old.contains)
      )
    )
  }

  private mutating func append(
    _ ordering: Ordering,
    _ owner: Address,
    _ items: [Arrangement.Item],
    _ last: Int
  ) {
    arrangements.append(
      Arrangement(
        owner: owner,
        kind: ordering.kind,
        placements: items.enumerated().map { index, item in
          Arrangement.Placement(item: item, position: last + index + 1)
        }
      )
    )
  }

  /// Groups by the id of the object that stands for them, or by the address of one to be made.
  private static func groups(
    _ ordering: Ordering,
    _ input: PlanningInput,
    _ selected: [Resource],
    _ objects: [Address: RemoteObject],
    _ changes: [Address: Change]
  ) -> [String: Group] {
    let members = selected.filter { $0.kind.name == ordering.kind && $0.mode == .managed }
    var leaving: Set<String> = []
    var groups: [String: Group] = [:]
    for resource in members {
      let object = objects[resource.address]
      let current = object?.attributes[ordering.group]?.scalarText
      let action = changes[resource.address]?.action
      if action == .delete || action == .replace, let id = object?.id { leaving.insert(id) }
      let isAwaited = action == .waiting
      guard action != .delete, !isAwaited, !resource.isAbsent else { continue }
      let wanted = key(ofGroup: resource.attributes[ordering.group], objects, changes) ?? current
      guard let wanted else { continue }
      if action == .create || action == .replace || wanted != current {
        if let id = object?.id { leaving.insert(id) }
        groups[wanted, default: Group()].newcomers.append(resource.address)
        if action == .update { groups[wanted]?.hasMoved = true }
      }
    }
    for object in Self.inPlace(input.live[ordering.kind] ?? [], ordering.position)
    where !leaving.contains(object.id) {
      guard let group = object.attributes[ordering.group]?.scalarText else { continue }
      groups[group, default: Group()].settled.append(object.id)
      // A server's nonsense must not overflow what is counted on from here.
      let position = min(object.attributes[ordering.position]?.integer ?? 0, Int(Int32.max))
      groups[group, default: Group()].lastPosition = max(
        groups[group]?.lastPosition ?? 0,
        position
      )
    }
    return groups
  }

  /// Positions need not be unique; the API then goes by title and id.
  private static func inPlace(_ objects: [RemoteObject], _ position: String) -> [RemoteObject] {
    objects.sorted { left, right in
      let places = (
        left.attributes[position]?.integer ?? 0, right.attributes[position]?.integer ?? 0
      )
      if places.0 != places.1 { return places.0 < places.1 }
      let titles = (left.attributes["title"]?.text ?? "", right.attributes["title"]?.text ?? "")
      if titles.0 != titles.1 { return titles.0 < titles.1 }
      return (left.id.count, left.id) < (right.id.count, right.id)
    }
  }

  private static func key(
    ofGroup value: Value?,
    _ objects: [Address: RemoteObject],
    _ changes: [Address: Change]
  ) -> String? {
    if case .reference(let reference)? = value {
      return Address(reference.address).map { key(of: $0, objects, changes) }
    }
    return value?.scalarText
  }

  private static func key(
    of address: Address,
    _ objects: [Address: RemoteObject],
    _ changes: [Address: Change]
  ) -> String {
    let isRemade = changes[address]?.action == .replace
    return isRemade ? address.description : objects[address]?.id ?? address.description
  }
}
