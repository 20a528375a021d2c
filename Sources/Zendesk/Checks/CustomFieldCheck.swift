internal import Model
internal import Values

/// What a custom field of users or organizations is held to by itself.
///
/// https://developer.zendesk.com/api-reference/ticketing/users/user_fields/
enum CustomFieldCheck {
  /// Attributes that belong to some types alone, and the types that cannot do without.
  private static let owners: [(attribute: String, types: [String], needing: [String])] = [
    // Zendesk gives a date one of its own.
    ("regexp_for_validation", ["regexp", "date"], ["regexp"]),
    ("tag", ["checkbox"], []),
    ("custom_field_options", ["dropdown", "multiselect"], ["dropdown", "multiselect"]),
    ("relationship_target_type", ["lookup"], ["lookup"]),
    ("relationship_filter", ["lookup"], []),
  ]

  @Sendable static func findings(_ field: Members) -> [Finding] {
    key(field) + attributes(field) + options(field)
  }

  private static func key(_ field: Members) -> [Finding] {
    guard let key = field["key"]?.text else { return [] }
    let isWord = key.unicodeScalars.allSatisfy {
      $0 == "_" || ($0.properties.isAlphabetic || $0.properties.numericType != nil)
    }
    guard !isWord || key.isDigits else { return [] }
    return [
      Finding(
        code: "invalid-field-key",
        summary: "Invalid key of a field",
        detail:
          "Zendesk takes letters, digits and \"_\" for a key, not digits alone: \"\(key)\" is "
          + "none. Choose another, since a key can never be changed.",
        at: ["key"]
      )
    ]
  }

  private static func attributes(_ field: Members) -> [Finding] {
    // Unwritten, it is that of the object there is already.
    guard let type = field["type"]?.text else { return [] }
    return owners.compactMap { attribute, types, needing in
      let isWritten = field[attribute].map { !$0.isEmptyText && $0 != [] && $0 != [:] } ?? false
      if isWritten, !types.contains(type) {
        return Finding(
          code: "attribute-of-other-type",
          summary: "Attribute of another type of field",
          detail: "\"\(attribute)\" is for fields of type \(types.joined(separator: " or ")), and "
            + "this one is of type \(type). Remove it.",
          at: [.key(attribute)]
        )
      }
      guard !isWritten, needing.contains(type) else { return nil }
      return Finding(
        code: "missing-key",
        summary: "Missing key",
        detail: "A field of type \(type) needs the key \"\(attribute)\". Add it.",
        at: ["type"]
      )
    }
  }

  private static func options(_ field: Members) -> [Finding] {
    var seen: Set<String> = []
    return (field["custom_field_options"]?.items ?? []).enumerated().compactMap { index, option in
      guard let value = option["value"]?.scalarText, !seen.insert(value).inserted else {
        return nil
      }
      return Finding(
        code: "duplicate-option",
        summary: "Duplicate option",
        detail: "Two options of the field have the value \"\(value)\", by which Zendesk tells them "
          + "apart. Change one of them.",
        at: ["custom_field_options", .index(index), "value"]
      )
    }
  }
}
