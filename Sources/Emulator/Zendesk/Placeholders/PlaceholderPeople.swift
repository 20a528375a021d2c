internal import Values

/// Users as placeholders show them.
struct PlaceholderPeople {
  let state: ZendeskState

  /// Null where there is no such user.
  func user(_ id: Int?) -> Value {
    guard let id, let user = state.users[String(id)] else { return .null }
    let name = user["name"]?.text ?? ""
    let words = name.split(separator: " ", maxSplits: 1).map { String($0) }
    let copied = [
      "name", "email", "phone", "external_id", "details", "notes", "time_zone", "role", "locale",
      "signature",
    ]
    var shown: Members = ["id": .integer(id)]
    for key in copied { shown[key] = user[key] ?? .null }
    shown["first_name"] = .string(words.first ?? "")
    shown["last_name"] = .string(words.element(1) ?? "")
    // The only language there is.
    shown["language"] = "English (United States)"
    shown["extended_role"] = .string(Self.titles[user["role"]?.text ?? ""] ?? "")
    shown["tags"] = .string(
      (user["tags"]?.items ?? []).compactMap(\.text).joined(separator: " ")
    )
    shown["remote_photo_url"] = user["remote_photo_url"] ?? .null
    shown["organization"] = .null
    let fields = customFields(of: user)
    shown["custom_fields"] = .object(fields.mapValues { $0["value"] ?? .null })
    shown["custom_fields\(PlaceholderTemplate.suffix)"] = .object(fields)
    return .object(shown)
  }

  private static let titles = ["admin": "Administrator", "agent": "Agent", "end-user": "End user"]

  /// By key: `value`, and `title`, which differs where options are chosen.
  private func customFields(of user: Members) -> Members {
    Members(
      (user["user_fields"]?.members ?? [:]).map { key, value in
        let data = CustomFieldData(ofUser: user, key: key, state)
        let text = data.texts.joined(separator: " ")
        let shown = data.type == "date" ? String(text.prefix(10)) : text
        let titles = data.optionTitles.joined(separator: ", ")
        return (
          key,
          value.isNull
            ? [:] : ["value": .string(shown), "title": .string(titles.isEmpty ? shown : titles)]
        )
      }
    )
  }
}
