internal import Values

/// The category to which an inbound SMS belongs: exactly one.
///
/// <https://www.braze.com/docs/user_guide/channels/sms_mms_and_rcs>, "Keyword handling".
struct KeywordCategory: Sendable, Hashable {
  enum Effect: Sendable, Hashable { case optIn, optOut, help, none }

  var name: String
  /// Nil for what every group has.
  var id: String?
  var effect: Effect
  /// What is sent back; nil where nothing is.
  var reply: String?

  /// What every group has. The words of the replies are the emulator's own: Braze sets them up with
  /// the customer.
  private static let presets: [(name: String, effect: Effect, reply: String)] = [
    ("Opt-in", .optIn, "You are subscribed now. Reply HELP for help, STOP to unsubscribe."),
    (
      "Opt-out", .optOut, "You are unsubscribed and get no more messages. Reply START to subscribe."
    ),
    ("Help", .help, "Reply START to subscribe, STOP to unsubscribe."),
  ]

  /// Of a message to the group `group`: a keyword is the whole message but for blanks around, in any
  /// case, of whichever language's set; everything else belongs to "Other".
  init(of body: String, to group: String, _ state: BrazeState) {
    let word = Self.trimmed(body).lowercased()
    for (name, effect, reply) in Self.presets {
      let words = KeywordCategories.presets.first { $0.name == name }?.keywords ?? []
      guard words.contains(where: { $0.lowercased() == word }) else { continue }
      self.init(name: name, id: nil, effect: effect, reply: reply)
      return
    }
    let custom = state.keywordCategories.objects.first { category in
      category["subscription_group_id"] == .string(group)
        && category["keywords"]?.items?.contains { $0.text?.lowercased() == word } == true
    }
    self.init(
      name: custom?["name"]?.text ?? KeywordCategories.other,
      id: custom?["id"]?.text,
      effect: .none,
      reply: custom?["reply"]?.text
    )
  }

  private init(name: String, id: String?, effect: Effect, reply: String?) {
    self.name = name
    self.id = id
    self.effect = effect
    self.reply = reply
  }

  /// Whether a trigger that names `text` means this one: by name, which for the presets is without
  /// case, or by id.
  func isCalled(_ text: String) -> Bool {
    text == name || text == id || (id == nil && text.lowercased() == name.lowercased())
  }

  static func trimmed(_ text: String) -> Substring {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
  }
}
