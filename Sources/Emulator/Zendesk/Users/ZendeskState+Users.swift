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
    let address = Value.string(email.lowercased())
    return firstUser { user in
      user["email"] == address || user["further_emails"]?.items?.contains(address) ?? false
    }
  }

  /// The id of the user with this external id; capitals make no difference.
  ///
  /// <https://developer.zendesk.com/api-reference/ticketing/users/users/#external-id-case-sensitivity>
  func user(externalID: String) -> String? {
    let id = externalID.lowercased()
    return firstUser { $0["external_id"]?.text?.lowercased() == id }
  }

  private func firstUser(_ isMeant: (Members) -> Bool) -> String? {
    users.objects.first { $0.value["active"] == true && isMeant($0.value) }?.key
  }
}
