internal import Values

/// The options of a dropdown as a request gives them: always all of them.
///
/// One with the id of an option there was is that option; every other is new, whatever its value,
/// and what is not named is gone with the data of the users who had it.
struct UserFieldOptions {
  private var options: [(id: Int?, name: String, value: String)] = []

  /// None at all, which no dropdown may have.
  init() {}

  /// Nil if the request has none.
  init?(_ field: Parameters, before: [Value]) throws(Refusal) {
    guard field.has("custom_field_options") else { return nil }
    let known = Set(before.compactMap { $0["id"]?.integer })
    for item in try field.objects("custom_field_options") ?? [] {
      let id = try item.number("id")
      options.append(
        (
          id.flatMap { known.contains($0) ? $0 : nil },
          try item.text("name", "raw_name") ?? "",
          try item.text("value") ?? ""
        )
      )
    }
  }

  /// As a field shows them. All wordings are unconfirmed.
  func checked(_ errors: inout RecordErrors, _ identifiers: inout Identifiers) -> Value {
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
        return [
          "id": .integer(option.id ?? identifiers.integer()), "name": .string(option.name),
          "raw_name": .string(option.name), "value": .string(option.value),
        ]
      }
    )
  }
}
