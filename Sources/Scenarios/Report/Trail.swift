internal import Diagnostics
internal import Model
internal import Values

/// What happened in a step, as a tree: each thing below what led to it.
struct Trail {
  private let entries: [Entry]
  private let deployment: Deployment
  /// The resources by the ids of their objects.
  private let addresses: [String: Address]

  init(_ entries: [Entry], deployment: Deployment) {
    self.entries = entries
    self.deployment = deployment
    // Rules and campaigns alone are told of by their addresses.
    let sections: Set = ["triggers", "automations", "campaigns", "canvases"]
    addresses = Dictionary(
      deployment.ids.filter { sections.contains($0.key.collection) }.map { ($0.value, $0.key) },
      uniquingKeysWith: { min($0, $1) }
    )
  }

  /// All that happened, and of what did not happen that which could have met the expectations of
  /// `unmet`: rules and campaigns of the spec that the same ticket or user was held against.
  func nodes(explaining unmet: [Verdict]) -> [TrailNode] {
    let shown = relevant(unmet)
    let numbers = Set(shown.map(\.number))
    let children = Dictionary(grouping: shown) { entry in
      entry.cause.flatMap { numbers.contains($0) ? $0 : nil }
    }
    return tree(nil, children)
  }

  private func tree(_ cause: Int?, _ children: [Int?: [Entry]]) -> [TrailNode] {
    // Causes come before what they lead to, so that this ends.
    (children[cause] ?? []).map { node($0, tree($0.number, children)) }
  }

  func node(_ entry: Entry, _ children: [TrailNode] = []) -> TrailNode {
    let address = address(of: entry)
    return TrailNode(
      entry: entry,
      address: address,
      place: address.flatMap { deployment.places[$0] },
      conditionPlaces: address.map { conditionPlaces(entry, of: $0) } ?? [],
      children: children
    )
  }

  private func conditionPlaces(_ entry: Entry, of address: Address) -> [Place?] {
    var places = deployment.conditions[address]?.mapValues { $0[...] } ?? [:]
    return (entry["conditions"]?.items ?? []).map { condition in
      places[condition["group"]?.text ?? ""]?.popFirst()
    }
  }

  private func address(of entry: Entry) -> Address? {
    ["trigger", "automation", "rule", "campaign"].lazy
      .compactMap { entry[$0]?["id"]?.scalarText }.compactMap { addresses[$0] }.first
  }

  private func relevant(_ unmet: [Verdict]) -> [Entry] {
    let tickets = unmet.compactMap(\.ticket)
    let users = unmet.compactMap(\.user)
    // What is about no ticket may have failed on any, and so for users.
    let anyTicket = unmet.contains { $0.ticket == nil }
    let anyUser = unmet.contains { $0.user == nil }
    var last: [String: Int] = [:]
    for entry in entries {
      if let key = skip(entry) { last[key] = entry.number }
    }
    return entries.filter { entry in
      guard let key = skip(entry) else { return true }
      guard !unmet.isEmpty, last[key] == entry.number, address(of: entry) != nil else {
        return false
      }
      if let ticket = entry.ticket { return anyTicket || tickets.contains(ticket) }
      return anyUser || entry.user.map { users.contains($0) } ?? true
    }
  }

  /// What tells skipped rules and campaigns apart; nil for everything else.
  ///
  /// A rule that was held against the ticket again after a change is told of once.
  private func skip(_ entry: Entry) -> String? {
    switch entry.happening {
    case .triggerSkipped, .automationSkipped, .campaignSkipped:
      let names = ["trigger", "automation", "campaign"]
      let id = names.compactMap { entry[$0]?["id"]?.scalarText }.first ?? ""
      return "\(id) \(entry.ticket ?? "") \(entry.user ?? "") \(event(behind: entry) ?? 0)"
    default: return nil
    }
  }

  /// The number of the ticket's change, or whatever it was, that a rule was held against.
  private func event(behind entry: Entry) -> Int? {
    var current = entry
    while let cause = current.cause, let parent = entries.first(where: { $0.number == cause }) {
      current = parent
      if current.happening != .triggerFired { break }
    }
    return current.number
  }
}
