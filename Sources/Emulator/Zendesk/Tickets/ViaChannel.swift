internal import Values

/// The channel through which a ticket, or one update of it, came.
///
/// <https://developer.zendesk.com/documentation/ticketing/reference-guides/via-types/>
struct ViaChannel: Sendable, Hashable {
  /// As conditions of triggers and the write-only `via_id` have it.
  var id: Int
  /// What `via.channel` says.
  var channel: String
  /// What the chronicle says.
  var name: String

  static let webForm = ViaChannel(id: 0, channel: "web", name: "web_form")
  static let api = ViaChannel(id: 5, channel: "api", name: "api")
  static let rule = ViaChannel(id: 8, channel: "rule", name: "rule")

  /// Those whose words are known, so far as `via.channel` and the type differ.
  private static let known: [ViaChannel] =
    [
      webForm, ViaChannel(id: 4, channel: "email", name: "mail"), api, rule,
    ]
    + [
      (9, "linked_problem"), (10, "group_deletion"), (11, "user_change"), (12, "user_deletion"),
      (13, "group_change"), (14, "resource_push"), (15, "iphone"), (16, "get_satisfaction"),
      (17, "dropbox"), (19, "merge"), (20, "batch"), (21, "recovered_from_suspended_tickets"),
      (22, "automatic_solution_suggestions"), (23, "twitter_favorite"), (24, "topic"),
      (26, "twitter_dm"), (27, "closed_ticket"), (29, "chat"), (30, "twitter"),
      (31, "ticket_sharing"), (33, "voicemail"), (34, "phone_call_inbound"),
      (35, "phone_call_outbound"), (38, "facebook_post"), (41, "facebook_message"),
      (44, "api_voicemail"), (45, "api_phone_call_inbound"), (46, "api_phone_call_outbound"),
      (48, "web_widget"), (49, "mobile_sdk"), (50, "helpcenter"), (54, "satisfaction_prediction"),
      (55, "any_channel"), (56, "mobile"), (57, "sms"), (67, "answer_bot_for_web_widget"),
      (72, "line"), (73, "wechat"), (74, "whatsapp"), (75, "native_messaging"),
      (78, "sunshine_conversations_facebook_messenger"), (86, "instagram_dm"),
      (88, "sunshine_conversations_twitter_dm"),
    ].map { ViaChannel(id: $0, channel: $1, name: $1) }

  private init(id: Int, channel: String, name: String) {
    self.id = id
    self.channel = channel
    self.name = name
  }

  /// Nil for an id that stands for nothing.
  init?(id: Int) {
    guard let found = Self.known.first(where: { $0.id == id }) else { return nil }
    self = found
  }

  /// By `via.channel` or the chronicle's name; nil for a word that stands for nothing.
  init?(word: String) {
    guard let found = Self.known.first(where: { [$0.channel, $0.name].contains(word) }) else {
      return nil
    }
    self = found
  }

  /// As answers show it.
  var document: Value {
    ["channel": .string(channel), "source": Self.source(from: [:], rel: .null)]
  }

  /// What a rule did: `rel` says which sort of rule.
  static func document(ofRule rule: Members, _ rel: String) -> Value {
    let from: Members = [
      "id": rule["id"] ?? .null, "title": rule["title"] ?? .null, "deleted": false,
    ]
    return ["channel": "rule", "source": source(from: from, rel: .string(rel))]
  }

  private static func source(from: Members, rel: Value) -> Value {
    ["from": .object(from), "to": [:], "rel": rel]
  }
}
