internal import Model
internal import Values

/// What a category of keywords is held to by itself.
///
/// https://www.braze.com/docs/user_guide/message_building_by_channel/sms_mms_rcs/keywords/keyword_handling
enum KeywordCategoryCheck {
  private static let keywordLimit = 20
  private static let characterLimit = 34
  private static let replyLimit = 300
  /// The words of the categories that every group has.
  private static let taken: Set = [
    "START", "YES", "UNSTOP", "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "HELP",
    "INFO",
  ]
  /// The letters of those categories' names.
  private static let builtIn: Set = ["optin", "optout", "help", "other"]

  @Sendable static func findings(_ category: Members) -> [Finding] {
    name(category["name"]?.text) + SubscriptionGroupCheck.mention(in: category, at: [])
      + keywords(category["keywords"]?.items) + reply(category["reply"])
  }

  private static func name(_ name: String?) -> [Finding] {
    guard let name, builtIn.contains(name.lowercased().filter(\.isLetter)) else { return [] }
    return [
      Finding(
        code: "built-in-category",
        summary: "Category that every group has",
        detail: "\"\(name)\" is a category that Braze makes by itself. Choose another name.",
        at: ["name"]
      )
    ]
  }

  private static func keywords(_ keywords: [Value]?) -> [Finding] {
    guard let keywords else { return [] }
    guard (1...keywordLimit).contains(keywords.count) else {
      return [
        finding(
          "A category has from 1 to \(keywordLimit) keywords, and this has \(keywords.count). "
            + (keywords.isEmpty ? "Add one." : "Remove some."),
          at: ["keywords"]
        )
      ]
    }
    var seen: Set<String> = []
    return keywords.enumerated().compactMap { index, value in
      guard let keyword = value.scalarText else { return nil }
      let isNew = seen.insert(keyword.uppercased()).inserted
      return fault(keyword, isNew: isNew).map { finding($0, at: ["keywords", .index(index)]) }
    }
  }

  private static func fault(_ keyword: String, isNew: Bool) -> String? {
    if !(1...characterLimit).contains(keyword.count) || keyword.contains(where: \.isWhitespace) {
      return "A keyword is one word of 1 to \(characterLimit) characters, and \"\(keyword)\" is "
        + "none. Correct it."
    }
    if taken.contains(keyword.uppercased()) {
      return "\"\(keyword)\" is a word of a category that every group has, which would get it "
        + "instead. Choose another."
    }
    return isNew ? nil : "\"\(keyword)\" is there twice: case makes no difference. Remove one."
  }

  private static func reply(_ reply: Value?) -> [Finding] {
    guard let reply = reply?.text else { return [] }
    if reply.trimmingBlanks.isEmpty {
      return [
        Finding(
          code: "missing-reply",
          summary: "Missing reply",
          detail: "A category answers with a text of 1 to \(replyLimit) characters. Write one.",
          at: ["reply"]
        )
      ]
    }
    guard reply.count > replyLimit else { return [] }
    return [.tooLong("A reply has at most \(replyLimit) characters", "\(reply.count)", "reply")]
  }

  private static func finding(_ detail: String, at path: ValuePath) -> Finding {
    Finding(code: "invalid-keyword", summary: "Invalid keyword", detail: detail, at: path)
  }
}
