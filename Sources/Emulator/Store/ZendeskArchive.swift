internal import Values

/// An account as one JSON document, and back.
///
/// `{"format_version": 2, "issued_ids": …, "oauth_tokens": […], "webhooks": […], …}`: the objects
/// oldest first, webhooks with their secrets.
enum ZendeskArchive {
  static let version = 2

  static func document(_ state: ZendeskState) -> Value {
    var document: Members = [
      "format_version": .integer(version), "issued_ids": .integer(state.identifiers.issued),
      "oauth_tokens": .list(
        state.tokens.sorted { $0.key < $1.key }.map { token, issued in
          [
            "token": .string(token), "expires_at": .integer(issued.expiresAt),
            "scope": .string(issued.scope),
          ]
        }
      ),
    ]
    for collection in ZendeskRoute.collections {
      let objects = state[keyPath: collection.table].objects.sorted { $0.key < $1.key }
      document[collection.path] = .list(
        objects.map { .object(collection.stored($0.value)) }
      )
    }
    return .object(document)
  }

  static func state(_ document: Value) throws(ArchiveDamage) -> ZendeskState {
    guard let found = document["format_version"]?.integer else {
      throw ArchiveDamage(reason: "\"format_version\" is missing")
    }
    guard found == version else {
      throw ArchiveDamage(reason: "its format_version is \(found), this program reads \(version)")
    }
    guard let issued = document["issued_ids"]?.integer, (0..<1 << 40).contains(issued)
    else {
      throw ArchiveDamage(reason: "\"issued_ids\" is not a number")
    }
    var state = ZendeskState()
    state.identifiers = Identifiers(issued: issued)
    for token in document["oauth_tokens"]?.items ?? [] {
      guard let text = token["token"]?.text, let expiresAt = token["expires_at"]?.integer,
        let scope = token["scope"]?.text
      else { throw ArchiveDamage(reason: "an entry of \"oauth_tokens\" is incomplete") }
      state.tokens[text] = IssuedToken(expiresAt: expiresAt, scope: scope)
    }
    for collection in ZendeskRoute.collections {
      state[keyPath: collection.table] = try table(of: collection, document)
    }
    return state
  }

  private static func table(
    of collection: any EmulatedCollection,
    _ document: Value
  ) throws(ArchiveDamage) -> ObjectTable {
    guard let items = document[collection.path]?.items else {
      throw ArchiveDamage(reason: "\"\(collection.path)\" is not a list")
    }
    var objects: [String: Members] = [:]
    for item in items {
      guard let members = item.members, let id = members["id"]?.scalarText else {
        throw ArchiveDamage(reason: "an entry of \"\(collection.path)\" has no id")
      }
      guard objects.updateValue(members, forKey: id) == nil else {
        throw ArchiveDamage(reason: "\"\(collection.path)\" has the id \(id) twice")
      }
    }
    return ObjectTable(objects)
  }
}
