internal import Values

/// An account as one JSON document, and back.
///
/// `{"format_version": 3, "issued_ids": …, "issued_tickets": …, "oauth_tokens": […],
/// "webhooks": […], …}`: the objects oldest first, webhooks with their secrets.
///
/// Version 2 knew no users and no tickets; it can be read still.
enum ZendeskArchive {
  static let version = 3
  private static let readable = 2...version

  static func document(_ state: ZendeskState) -> Value {
    var document: Members = [
      "format_version": .integer(version), "issued_ids": .integer(state.identifiers.issued),
      "issued_tickets": .integer(state.lastTicket),
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
    for (name, path) in ZendeskState.sideTables {
      let objects = state[keyPath: path].objects.sorted { $0.key < $1.key }
      document[name] = .list(objects.map { .object($0.value) })
    }
    return .object(document)
  }

  static func state(_ document: Value) throws(ArchiveDamage) -> ZendeskState {
    guard let found = document["format_version"]?.integer else {
      throw ArchiveDamage(reason: "\"format_version\" is missing")
    }
    guard readable.contains(found) else {
      throw ArchiveDamage(
        reason: "its format_version is \(found), this program reads "
          + "\(readable.lowerBound) to \(readable.upperBound)"
      )
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
    let isComplete = found == version
    for collection in ZendeskRoute.collections
    where isComplete || !later.contains(collection.path) {
      let objects = try objects(collection.path, document)
      state[keyPath: collection.table] = state[keyPath: collection.table].holding(objects)
    }
    guard isComplete else {
      state.users[String(ZendeskState.administrator)] = CurrentUser.founding
      return state
    }
    for (name, path) in ZendeskState.sideTables {
      state[keyPath: path] = ObjectTable(try objects(name, document))
    }
    guard let tickets = document["issued_tickets"]?.integer, tickets >= 0, tickets < Int.max else {
      throw ArchiveDamage(reason: "\"issued_tickets\" is not a number")
    }
    state.lastTicket = tickets
    return state
  }

  /// The collections that version 2 was without.
  private static let later: Set = [Users().path, Tickets().path]

  private static func objects(
    _ name: String,
    _ document: Value
  ) throws(ArchiveDamage) -> [String: Members] {
    guard let items = document[name]?.items else {
      throw ArchiveDamage(reason: "\"\(name)\" is not a list")
    }
    var objects: [String: Members] = [:]
    for item in items {
      guard let members = item.members, let id = members["id"]?.scalarText else {
        throw ArchiveDamage(reason: "an entry of \"\(name)\" has no id")
      }
      guard objects.updateValue(members, forKey: id) == nil else {
        throw ArchiveDamage(reason: "\"\(name)\" has the id \(id) twice")
      }
    }
    return objects
  }
}
