internal import Values

/// A Braze workspace as one JSON document, and back.
///
/// `{"format_version": 1, "issued_ids": …, "content_blocks": […], "campaigns": […], …}`: the objects
/// oldest first, API keys with their values.
enum BrazeArchive {
  static let version = 1
  /// Tables that stores of before lack.
  private static let added: Set = ["activity"]

  static func document(_ state: BrazeState) -> Value {
    var document: Members = [
      "format_version": .integer(version), "issued_ids": .integer(state.identifiers.issued),
    ]
    for (name, path) in BrazeState.tables {
      document[name] = .list(state[keyPath: path].objects.map { .object($0) })
    }
    return .object(document)
  }

  static func state(_ document: Value) throws(ArchiveDamage) -> BrazeState {
    guard let found = document["format_version"]?.integer else {
      throw ArchiveDamage(reason: "\"format_version\" is missing")
    }
    guard found == version else {
      throw ArchiveDamage(
        reason: "its format_version is \(found), this program reads \(version)"
      )
    }
    guard let issued = document["issued_ids"]?.integer, (0..<1 << 40).contains(issued) else {
      throw ArchiveDamage(reason: "\"issued_ids\" is not a number")
    }
    var state = BrazeState()
    state.identifiers = Identifiers(issued: issued)
    for (name, path) in BrazeState.tables {
      let missing: Value? = added.contains(name) ? [] : nil
      guard let items = (document[name] ?? missing)?.items else {
        throw ArchiveDamage(reason: "\"\(name)\" is not a list")
      }
      for item in items {
        guard let members = item.members, let id = members["id"]?.text else {
          throw ArchiveDamage(reason: "an entry of \"\(name)\" has no id")
        }
        guard !state[keyPath: path].contains(id) else {
          throw ArchiveDamage(reason: "\"\(name)\" has the id \(id) twice")
        }
        state[keyPath: path][id] = members
      }
    }
    return state
  }
}
