internal import Values

/// `POST /users/export/ids`
///
/// <https://www.braze.com/docs/api/endpoints/export/user_data/post_users_identifier>
enum ProfileExport {
  private static let limit = 50

  static func answer(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let body = try call.body()
    let fields = try strings("fields_to_export", body)
    guard fields != nil || !call.unconfirmed.demandsExportFields else {
      throw .braze("fields_to_export is required")
    }
    let externalIDs = try strings("external_ids", body) ?? []
    let addresses = try externalIDs.map { .externalID($0) } + aliases(body) + single(body)
    guard !addresses.isEmpty else { throw .braze("No Recipients") }
    guard addresses.count <= limit else {
      throw .braze("The max number of ids per request was exceeded")
    }
    var found: [String] = []
    for id in addresses.flatMap(state.profiles(at:)) where !found.contains(id) { found.append(id) }
    let users = found.map { shown(state.profiles[$0] ?? [:], fields, state) }
    var answer: Members = ["message": "success", "users": .list(users)]
    let unknown = externalIDs.filter { state.profiles.id(of: $0) == nil }
    if !unknown.isEmpty { answer["invalid_user_ids"] = .list(unknown.map { .string($0) }) }
    return Answer(body: .object(answer))
  }

  private static func strings(_ name: String, _ body: Members) throws(Refusal) -> [String]? {
    guard let value = body[name] else { return nil }
    let texts = value.items?.compactMap(\.text) ?? []
    guard let items = value.items, items.count == texts.count else {
      throw .braze("\(name) must be an array of strings")
    }
    return texts
  }

  private static func aliases(_ body: Members) throws(Refusal) -> [ProfileAddress] {
    guard let value = body["user_aliases"] else { return [] }
    let aliases = value.items?.compactMap(ProfileAddress.aliased) ?? []
    guard let items = value.items, items.count == aliases.count else {
      throw .braze("user_aliases must be an array of aliases")
    }
    return aliases
  }

  private static func single(_ body: Members) -> [ProfileAddress] {
    if let id = body["braze_id"]?.text { return [.brazeID(id)] }
    if let email = body["email_address"]?.text { return [.email(email)] }
    return body["phone"]?.text.map { [.phone($0)] } ?? []
  }

  /// What is not set is left out.
  private static func shown(_ profile: Members, _ fields: [String]?, _ state: BrazeState) -> Value {
    var shown: Members = [
      "created_at": .string(BrazeTime.spaced(profile["created_at"]?.integer ?? 0))
    ]
    shown["external_id"] = profile["external_id"]
    shown["braze_id"] = profile["id"]
    shown = shown.merging(profile["attributes"]?.members ?? [:])
    for name in ["user_aliases", "custom_attributes"] {
      let value = profile[name] ?? .null
      if value != [] && value != [:] { shown[name] = value }
    }
    for name in ["custom_events", "purchases", "campaigns_received", "canvases_received"] {
      let entries = profile[name]?.items ?? []
      if !entries.isEmpty { shown[name] = .list(entries.map(dated)) }
    }
    guard let fields else { return .object(shown) }
    return .object(shown.filter { name, _ in fields.contains(name) })
  }

  private static let moments = [
    "first", "last", "last_received", "last_received_message", "last_entered",
  ]

  private static func dated(_ entry: Value) -> Value {
    var members = entry.members ?? [:]
    for name in moments {
      if let time = members[name]?.integer { members[name] = .string(BrazeTime.precise(time)) }
    }
    return .object(members)
  }
}
