internal import Values

/// SMS keyword categories of a subscription group.
///
/// <https://www.braze.com/docs/user_guide/channels/sms_mms_and_rcs>, "Keyword handling".
struct KeywordCategories: DashboardCollection {
  private static let categoryLimit = 25
  private static let keywordLimit = 20
  private static let keywordLength = 34
  private static let replyLength = 300

  /// The categories of every group with their keywords.
  static let presets: [(name: String, keywords: [String])] = [
    ("Opt-in", ["START", "YES", "UNSTOP"]),
    ("Opt-out", ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"]),
    ("Help", ["HELP", "INFO"]),
  ]
  /// Where every message belongs that is no keyword.
  static let other = "Other"

  let path = "keyword_categories"
  var table: BrazeTablePath { \.keywordCategories }
  let defaults: Members = ["language": "en"]

  let members: [DoorShape.Member] = [
    .optional("id", .words), .required("name", .words),
    .required("subscription_group_id", .uuid), .optional("language", .words),
    .required("keywords", .list(.text(1...keywordLength))),
    .required("reply", .text(1...replyLength)),
  ]

  func settle(
    _ object: inout Members,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal) {
    let group = try DashboardMessage.smsGroup(
      object["subscription_group_id"],
      at: "subscription_group_id",
      state
    )
    let others = Self.categories(of: group, state).filter { $0["id"] != object["id"] }
    guard others.count < Self.categoryLimit else {
      throw EmulatorDoor.mistake("a group has at most \(Self.categoryLimit) custom categories")
    }
    let neighbours = others.filter { $0["language"] == object["language"] }
    let name = object["name"]?.text ?? ""
    let names =
      Self.presets.map(\.name) + [Self.other] + neighbours.compactMap { $0["name"]?.text }
    guard !names.contains(where: { $0.lowercased() == name.lowercased() }) else {
      throw EmulatorDoor.mistake("name: \(name) is taken")
    }
    guard object["reply"]?.text?.contains(where: { !$0.isWhitespace }) == true else {
      throw EmulatorDoor.mistake("reply: must not be blank")
    }
    try check((object["keywords"]?.items ?? []).compactMap(\.text), among: neighbours)
  }

  /// Keywords are compared without case, and the presets' are taken in every language.
  private func check(_ keywords: [String], among neighbours: [Members]) throws(Refusal) {
    guard (1...Self.keywordLimit).contains(keywords.count) else {
      throw EmulatorDoor.mistake("keywords: must be from 1 to \(Self.keywordLimit)")
    }
    var taken = Set(Self.presets.flatMap(\.keywords).map { $0.lowercased() })
    for neighbour in neighbours {
      let words = neighbour["keywords"]?.items ?? []
      taken.formUnion(words.compactMap { $0.text?.lowercased() })
    }
    for (index, keyword) in keywords.enumerated() {
      guard !keyword.contains(where: \.isWhitespace) else {
        throw EmulatorDoor.mistake("keywords[\(index)]: must have no spaces")
      }
      guard taken.insert(keyword.lowercased()).inserted else {
        throw EmulatorDoor.mistake("keywords[\(index)]: \(keyword) is taken")
      }
    }
  }

  /// A category that a campaign or a Canvas waits for stays.
  func checkRemoval(of id: String, _ state: BrazeState) throws(Refusal) {
    let category = state.keywordCategories[id]
    let user = Journey.all(in: state).first { journey in
      let trigger = journey.trigger
      return trigger?["subscription_group_id"] == category?["subscription_group_id"]
        && [category?["name"], .string(id)].contains(trigger?["keyword_category"])
    }
    if let user {
      throw EmulatorDoor.mistake("the \(user.sort.rawValue) \(user.name) is triggered by it")
    }
  }

  /// Whether the group has the category, a preset or one by its name or id.
  static func isThere(_ category: String, in group: String, _ state: BrazeState) -> Bool {
    (presets.map(\.name) + [other]).contains { $0.lowercased() == category.lowercased() }
      || categories(of: group, state).contains { custom in
        custom["name"] == .string(category) || custom["id"] == .string(category)
      }
  }

  private static func categories(of group: String, _ state: BrazeState) -> [Members] {
    state.keywordCategories.objects.filter { $0["subscription_group_id"] == .string(group) }
  }
}
