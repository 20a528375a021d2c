internal import Values

/// Finds the objects of a table by the values of some of their members.
struct TableIndex: Sendable {
  let members: [String]
  /// By member and text in lower case.
  private var found: [String: [String: Set<String>]] = [:]

  init(members: [String]) {
    self.members = members
  }

  mutating func add(_ object: Members, _ id: String) {
    for (member, text) in texts(of: object) {
      found[member, default: [:]][text, default: []].insert(id)
    }
  }

  mutating func remove(_ object: Members, _ id: String) {
    for (member, text) in texts(of: object) {
      found[member]?[text]?.remove(id)
      if found[member]?[text]?.isEmpty == true { found[member]?[text] = nil }
    }
  }

  func ids(with text: String, in member: String) -> Set<String> {
    found[member]?[text.lowercased()] ?? []
  }

  private func texts(of object: Members) -> [(member: String, text: String)] {
    members.flatMap { member in
      (object[member]?.items ?? [object[member] ?? .null])
        .compactMap { $0.text.map { (member, $0.lowercased()) } }
    }
  }
}
