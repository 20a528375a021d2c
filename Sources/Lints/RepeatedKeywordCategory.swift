internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// A category is named once in its group.
  static let repeatedKeywordCategory = Lint(
    code: "repeated-keyword-category",
    severity: .warning,
    summary: "Two categories have one name",
    why: """
      A trigger names [the category](https://www.braze.com/docs/user_guide/message_building_by_channel/sms_mms_rcs/keywords/keyword_handling)
      that sets it off: two that differ in case alone cannot be told apart in the dashboard. A warning, since Braze's
      documents do not say whether it takes them. (Two of the very same name are refused by themselves.)
      """,
    passing: [KeywordGroup.example([("Sales", "[BUY]"), ("Support", "[HELPME]")])],
    failing: [
      KeywordGroup.example([("Support", "[AGENT]"), ("⟦SUPPORT", "[HELPME]")])
    ]
  ) { survey in
    survey.keywordGroups.flatMap { group in
      var owners: [String: Address] = [:]
      return group.categories.compactMap { category -> Hit? in
        guard let name = category.identity else { return nil }
        guard let owner = owners[name.lowercased()] else {
          owners[name.lowercased()] = category.address
          return nil
        }
        return Hit(
          address: category.address,
          path: ["name"],
          detail: "\(owner) is called the same, in the same group. Rename one of them."
        )
      }
    }
  }
}
