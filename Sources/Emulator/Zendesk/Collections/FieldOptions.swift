internal import Values

/// The options of a dropdown as a request gives them: always all of them.
///
/// One with the id of an option there was is that option, and keeps what the request does not name
/// of it, which is unconfirmed but what clients count on; every other is new, whatever its value,
/// and what is not named is gone with the data of those who had it.
struct FieldOptions {
  private struct Option {
    var id: Int?
    var name: String
    var value: String
    /// Nil where the request does not say; options of ticket fields alone have it.
    var isDefault: Bool?
  }

  private var options: [Option] = []

  /// None at all, which no dropdown may have.
  init() {}

  /// Nil if the request has none.
  init?(_ field: Parameters, before: [Value]) throws(Refusal) {
    guard field.has("custom_field_options") else { return nil }
    let known = Dictionary(
      before.compactMap { option in option["id"]?.integer.map { ($0, option) } },
      uniquingKeysWith: { first, _ in first }
    )
    for item in try field.objects("custom_field_options") ?? [] {
      let id = try item.number("id")
      let old = id.flatMap { known[$0] }
      options.append(
        Option(
          id: old == nil ? nil : id,
          name: try item.text("name", "raw_name") ?? old?["name"]?.text ?? "",
          value: try item.text("value") ?? old?["value"]?.text ?? "",
          isDefault: try item.flag("default") ?? old?["default"]?.boolean
        )
      )
    }
  }

  /// As a field shows them. All wordings are unconfirmed.
  ///
  /// - Parameter withDefault: Whether each says if it is the one chosen unasked.
  func checked(
    withDefault: Bool = false,
    _ errors: inout RecordErrors,
    _ identifiers: inout Identifiers
  ) -> Value {
    if options.isEmpty { errors.blank("custom_field_options", "Options") }
    var values: Set<String> = []
    return .list(
      options.map { option in
        if option.name.isEmpty { errors.blank("custom_field_options", "Option name") }
        if option.value.isEmpty { errors.blank("custom_field_options", "Option value") }
        if !values.insert(option.value).inserted {
          errors.add(
            "custom_field_options",
            "Option value: \(option.value) has already been taken",
            error: "DuplicateValue"
          )
        }
        var shown: Members = [
          "id": .integer(option.id ?? identifiers.integer()), "name": .string(option.name),
          "raw_name": .string(option.name), "value": .string(option.value),
        ]
        if withDefault { shown["default"] = .boolean(option.isDefault ?? false) }
        return .object(shown)
      }
    )
  }
}
