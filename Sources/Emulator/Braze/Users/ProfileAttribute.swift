internal import Values

/// What attributes of a profile are and how they change.
///
/// <https://www.braze.com/docs/api/objects_filters/user_attributes_object>
enum ProfileAttribute {
  /// What is in an object of attributes and is none.
  private static let reserved: Set = [
    "external_id", "braze_id", "user_alias", "subscription_groups", "app_id", "push_tokens",
    "push_token_import",
  ]

  private static let standard: Set = [
    "country", "current_location", "date_of_first_session", "date_of_last_session", "dob", "email",
    "email_subscribe", "email_open_tracking_disabled", "email_click_tracking_disabled", "facebook",
    "first_name", "gender", "home_city", "image_url", "language", "last_name",
    "marked_email_as_spam_at", "phone", "push_subscribe", "time_zone", "twitter",
  ]

  /// How many items an array keeps unless the dashboard raises it.
  static let arrayLimit = 25

  /// The data types, as the dashboard calls them.
  static let types = ["String", "Number", "Boolean", "Date", "Array", "Object", "Object Array"]

  /// Names that begin with an underscore are instructions: `_update_existing_only`.
  static func isReserved(_ name: String) -> Bool { name.hasPrefix("_") || reserved.contains(name) }

  static func isStandard(_ name: String) -> Bool { standard.contains(name) }

  /// What becomes of `old`; nil if the attribute goes.
  ///
  /// Integers can be raised (`inc`), arrays added to and taken from (`add`, `remove`). What is not
  /// of that type counts as empty, and which items go when there are too many, is unconfirmed.
  static func changed(_ old: Value?, by value: Value, mergingObjects: Bool) -> Value? {
    guard let change = value.members else {
      return value.isNull ? nil : value.items.map { .list(unique($0)) } ?? value
    }
    if change.keys == ["inc"], let difference = change["inc"]?.integer {
      return .integer((old?.integer ?? 0) &+ difference)
    }
    if !change.isEmpty, change.keys.allSatisfy({ ["add", "remove"].contains($0) }),
      change.allSatisfy({ $0.value.items != nil })
    {
      let removed = Set(change["remove"]?.items ?? [])
      let added = (old?.items ?? []) + (change["add"]?.items ?? [])
      return .list(unique(added).filter { !removed.contains($0) })
    }
    guard mergingObjects, let members = old?.members else { return value }
    return .object(members.merging(change))
  }

  private static func unique(_ items: [Value]) -> [Value] {
    var met: Set<Value> = []
    return Array(items.filter { met.insert($0).inserted }.suffix(arrayLimit))
  }

  /// The type that is detected at first use. That a text which is a date and a time makes it a date
  /// is unconfirmed.
  static func type(of value: Value) -> String {
    switch value {
    case .boolean: "Boolean"
    case .integer, .decimal: "Number"
    case .list(let items):
      !items.isEmpty && items.allSatisfy { $0.members != nil } ? "Object Array" : "Array"
    case .object: "Object"
    case .string(let text) where text.contains("T") && BrazeTime.seconds(text) != nil: "Date"
    default: "String"
    }
  }
}
