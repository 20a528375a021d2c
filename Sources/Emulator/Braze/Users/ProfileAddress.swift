internal import Values

/// How a request names a user.
enum ProfileAddress: Sendable, Hashable {
  case externalID(String)
  case alias(name: String, label: String)
  case brazeID(String)
  case email(String)
  case phone(String)

  /// The address in an object of `/users/track`; an email address outweighs a phone number.
  ///
  /// <https://www.braze.com/docs/api/objects_filters/user_attributes_object>. Nil if there is none.
  init?(_ object: Members) {
    if let id = object["external_id"]?.text, !id.isEmpty {
      self = .externalID(id)
    } else if let alias = object["user_alias"].flatMap(Self.aliased) {
      self = alias
    } else if let id = object["braze_id"]?.text, !id.isEmpty {
      self = .brazeID(id)
    } else if let email = object["email"]?.text, !email.isEmpty {
      self = .email(email)
    } else if let phone = object["phone"]?.text, !phone.isEmpty {
      self = .phone(phone)
    } else {
      return nil
    }
  }

  /// Nil unless `value` has both parts of an alias.
  static func aliased(_ value: Value) -> ProfileAddress? {
    guard let name = value["alias_name"]?.text, let label = value["alias_label"]?.text,
      !name.isEmpty, !label.isEmpty
    else { return nil }
    return .alias(name: name, label: label)
  }

  var isAlias: Bool {
    if case .alias = self { true } else { false }
  }
}
