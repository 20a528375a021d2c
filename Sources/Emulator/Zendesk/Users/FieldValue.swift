internal import Values

/// A value of a custom field, of a user or a ticket.
enum FieldValue {
  /// `values` with what a request gives; what no field of users has for a key is passed over.
  ///
  /// <https://developer.zendesk.com/api-reference/ticketing/users/users/#user-fields>
  static func filled(
    _ values: Members,
    with given: Members,
    _ state: ZendeskState,
    _ errors: inout RecordErrors
  ) -> Members {
    var filled = values
    for (key, value) in given {
      let field = state.userFields.objects.values.first { $0["key"] == .string(key) }
      guard let field else { continue }
      if let read = read(value, of: field) {
        filled[key] = read
      } else {
        errors.invalid(key, field["title"]?.text ?? key)
      }
    }
    return filled
  }

  /// The value as the field keeps it; nil if the field cannot have it.
  ///
  /// Whether a text fits the expression of a `regexp` is not looked at. How a wrong value is
  /// refused is unconfirmed.
  static func read(_ value: Value, of field: Members) -> Value? {
    guard !value.isNull, value != "" else { return .null }
    switch field["type"]?.text ?? "" {
    case "checkbox": return flag(value)
    case "integer": return (value.integer ?? value.text.flatMap { Int($0) }).map { .integer($0) }
    case "decimal": return number(value)
    case "date": return date(value)
    case "dropdown", "tagger": return option(value, of: field)
    case "multiselect":
      let chosen = (value.items ?? [value]).map { option($0, of: field) }
      guard chosen.allSatisfy({ $0 != nil }) else { return nil }
      return .list(chosen.compactMap { $0 })
    default: return value.scalarText.map { .string($0) }
    }
  }

  private static func flag(_ value: Value) -> Value? {
    switch value {
    case .boolean: value
    case "true", "1", 1: true
    case "false", "0", 0: false
    default: nil
    }
  }

  private static func number(_ value: Value) -> Value? {
    switch value {
    case .integer, .decimal: return value
    case .string(let text):
      if let integer = Int(text) { return .integer(integer) }
      return Double(text).map { $0.isFinite } == true ? .decimal(text) : nil
    default: return nil
    }
  }

  /// A day, whatever of a time comes with it.
  private static func date(_ value: Value) -> Value? {
    guard let text = value.text else { return nil }
    let day = text.prefix { $0 != "T" && $0 != " " }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.map(\.utf8.count)
    guard lengths == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let month = Int(parts[1]), (1...12).contains(month),
      let number = Int(parts[2]), (1...31).contains(number)
    else { return nil }
    return .string(String(day))
  }

  /// An option is given and kept by its value.
  private static func option(_ value: Value, of field: Members) -> Value? {
    let options = field["custom_field_options"]?.items ?? []
    guard let text = value.scalarText, options.contains(where: { $0["value"] == .string(text) })
    else { return nil }
    return .string(text)
  }
}
