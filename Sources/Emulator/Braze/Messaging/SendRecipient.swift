internal import Values

/// One user whom a message shall reach.
///
/// <https://www.braze.com/docs/api/objects_filters/recipient_object>
struct SendRecipient {
  var address: ProfileAddress
  /// The members that name the user, as they came.
  var given: Value
  var properties: Members
  var attributes: Members
  /// Whether nobody is made up for the message.
  var existingOnly: Bool

  init(
    _ item: Value,
    properties: (Members) throws(Refusal) -> Members
  ) throws(Refusal) {
    guard let object = item.members else { throw .braze("a recipient must be an object") }
    let names = ["external_user_id", "user_alias", "email"].filter { object[$0] != nil }
    guard names.count == 1, let name = names.first, let value = object[name],
      let address = Self.address(name, value)
    else {
      throw .braze(
        "a recipient must have exactly one of external_user_id, user_alias and email"
      )
    }
    guard name != "email" || object["prioritization"]?.items?.isEmpty == false else {
      throw .braze("a recipient with an email must have a prioritization")
    }
    if let value = object["attributes"], value.members == nil {
      throw .braze("attributes must be an object")
    }
    if let value = object["send_to_existing_only"], value.boolean == nil {
      throw .braze("send_to_existing_only must be a boolean")
    }
    existingOnly = object["send_to_existing_only"]?.boolean ?? true
    guard existingOnly || (object["attributes"] != nil && !address.isAlias) else {
      throw .braze("send_to_existing_only can only be false with attributes and without alias")
    }
    self.address = address
    given = .object([name: value])
    self.properties = try properties(object)
    attributes = object["attributes"]?.members ?? [:]
  }

  /// Nil where it names nobody, which an empty id does; what Braze says to that is unconfirmed.
  private static func address(_ name: String, _ value: Value) -> ProfileAddress? {
    if name == "user_alias" { return .aliased(value) }
    guard let text = value.text, !text.isEmpty else { return nil }
    return name == "email" ? .email(text) : .externalID(text)
  }
}
