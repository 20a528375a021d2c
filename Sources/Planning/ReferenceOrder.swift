internal import Model
internal import Values

/// Puts things after what they depend on; among equals the order of the spec stays.
enum ReferenceOrder {
  /// `resources`, each after those it refers to.
  static func sorted(_ resources: [Resource]) -> [Resource] {
    let waits = Dictionary(
      resources.map { ($0.address, $0.dependencies) },
      uniquingKeysWith: { first, _ in first }
    )
    return sorted(resources, id: \.address, waits: waits)
  }

  /// The changes, each after what it has to wait for and with it.
  static func sorted(
    _ changes: [Address: Change],
    live: [Address: RemoteObject],
    input: PlanningInput
  ) -> [Change] {
    let waits = waits(changes, live: live, input: input).mapValues { $0.sorted() }
    let chains = chains(changes, input: input)
    // What is not carried out stands after what it needs, too.
    let others = input.resources.filter { changes[$0.address]?.action.isExecuted == false }
    let both = waits.merging(chains) { $0 + $1 }
      .merging(others.map { ($0.address, $0.dependencies) }) { $0 + $1 }
    let inFileOrder = input.resources.compactMap { changes[$0.address] }
    let deletions = inFileOrder.filter { $0.action == .delete }
    let remaining = inFileOrder.filter { $0.action != .delete }
    return sorted(remaining + deletions.reversed(), id: \.address, waits: both).map { change in
      var waiting = change
      waiting.dependencies = waits[change.address] ?? []
      waiting.predecessors = chains[change.address] ?? []
      return waiting
    }
  }

  /// What each change needs to have been done.
  ///
  /// A change waits for those that make the ids and the names it uses. A deletion waits for every
  /// change of an object that, as it is now, mentions the object to be deleted.
  private static func waits(
    _ changes: [Address: Change],
    live: [Address: RemoteObject],
    input: PlanningInput
  ) -> [Address: Set<Address>] {
    var makers: [String: Address] = [:]
    var doomed: [String: Address] = [:]
    let kinds = Dictionary(
      input.resources.map { ($0.kind.name, $0.kind) },
      uniquingKeysWith: { first, _ in first }
    )
    for change in changes.values {
      let mention = kinds[change.kind]?.mention(change.identity, id: change.id)
      switch change.action {
      case .create, .replace:
        makers[change.address.description] = change.address
        if let mention { makers[mention] = change.address }
      case .delete:
        if let id = change.id { doomed[id] = change.address }
        if let mention { doomed[mention] = change.address }
      case .update, .manual, .waiting: break
      }
    }
    var waits: [Address: Set<Address>] = [:]
    for change in changes.values {
      for text in Value.object(change.body).mentions {
        if let maker = makers[text], maker != change.address {
          waits[change.address, default: []].insert(maker)
        }
      }
      guard !doomed.isEmpty, let object = live[change.address] else { continue }
      let attributes = object.attributes.filter { name, _ in name != "id" && name != "url" }
      for text in Value.object(attributes).mentions {
        if let deleted = doomed[text], deleted != change.address {
          waits[deleted, default: []].insert(change.address)
        }
      }
    }
    return waits
  }

  /// New objects whose group only the server decides are made one after the other, so that their
  /// order there is that of the spec.
  private static func chains(
    _ changes: [Address: Change],
    input: PlanningInput
  ) -> [Address: [Address]] {
    var chains: [Address: [Address]] = [:]
    for ordering in Arranger.orderings(of: input.resources) {
      let ungrouped = input.resources.filter { resource in
        resource.kind.name == ordering.kind && changes[resource.address]?.action == .create
          && resource.attributes[ordering.group] == nil
      }
      for (earlier, later) in zip(ungrouped, ungrouped.dropFirst()) {
        chains[later.address, default: []].append(earlier.address)
      }
    }
    return chains
  }

  /// A stable topological order. What is part of a cycle keeps its place: the spec's reader has
  /// refused cycles before.
  private static func sorted<Item>(
    _ items: [Item],
    id: (Item) -> Address,
    waits: [Address: [Address]]
  ) -> [Item] {
    let indices = Dictionary(
      items.enumerated().map { (id($1), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let needs = items.map { item in (waits[id(item)] ?? []).compactMap { indices[$0] } }
    var isPlaced = items.map { _ in false }
    var isOpen = isPlaced
    var ordered: [Item] = []
    ordered.reserveCapacity(items.count)
    for index in items.indices {
      // An explicit stack: a chain of thousands must not exhaust the thread's own.
      var stack = [(index, 0)]
      isOpen[index] = true
      while let (current, next) = stack.popLast() {
        if next < needs[current].count {
          stack.append((current, next + 1))
          let needed = needs[current][next]
          if !isPlaced[needed], !isOpen[needed] {
            isOpen[needed] = true
            stack.append((needed, 0))
          }
        } else if !isPlaced[current] {
          isPlaced[current] = true
          ordered.append(items[current])
        }
      }
    }
    return ordered
  }
}

extension Value {
  /// Every text inside, as an id or a name would stand there, and the address of every reference.
  fileprivate var mentions: Set<String> {
    var texts: Set<String> = []
    var open = [self]
    while let value = open.popLast() {
      switch value {
      case .list(let items): open += items
      case .object(let members): open += members.map(\.value)
      case .json(let inner): open.append(inner)
      case .reference, .format: texts.formUnion(value.references.map(\.address))
      default: if let text = value.scalarText { texts.insert(text) }
      }
    }
    return texts
  }
}
