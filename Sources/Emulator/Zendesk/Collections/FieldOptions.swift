internal import Values

/// The options of a dropdown as a request gives them: always all of them.
///
/// One with the id of an option there was is that option; every other is new, whatever its value,
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
    let known = Set(before.compactMap { $0["id"]?.integer })
    for item in try field.objects("custom_field_options") ?? [] {
      let id = try item.number("id")
      options.append(
        Option(
          id: id.flatMap { known.contains($0) ? $0 : nil },
          name: try item.text("name", "raw_name") ?? "",
          value: try item.text("value") ?? "",
          isDefault: try item.flag("default")
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
