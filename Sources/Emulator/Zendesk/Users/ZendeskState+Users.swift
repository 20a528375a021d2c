internal import Values

/// Users, and how they are found.
extension ZendeskState {
  /// - Parameter user: One without an id.
  /// - Returns: The id.
  mutating func add(user: Members) -> String {
    let id = identifiers.integer()
    users[String(id)] = user.merging(["id": .integer(id)])
    return String(id)
  }

  /// The id of the user to whom an e-mail address belongs; capitals make no difference.
  func user(email: String) -> String? {
    activeUser(users.ids(with: email, in: "email"))
      ?? activeUser(users.ids(with: email, in: "further_emails"))
  }

  /// The id of the user with this external id; capitals make no difference.
  ///
  /// <https://developer.zendesk.com/api-reference/ticketing/users/users/#external-id-case-sensitivity>
  func user(externalID: String) -> String? {
    activeUser(users.ids(with: externalID, in: "external_id"))
  }

  /// What deleted users had can be given to another.
  private func activeUser(_ ids: Set<String>) -> String? {
    ids.first { users[$0]?["active"] == true }
  }
}
