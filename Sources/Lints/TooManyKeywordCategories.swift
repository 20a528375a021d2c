internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// A group has room for so many categories.
  static let tooManyKeywordCategories = Lint(
    code: "too-many-keyword-categories",
    severity: .error,
    summary: "Too many keyword categories",
    why: """
      A subscription group has room for
      [25 categories](https://www.braze.com/docs/user_guide/message_building_by_channel/sms_mms_rcs/keywords/keyword_handling)
      beside opt-in, opt-out and help.
      """,
    passing: [
      KeywordGroup.example([("Support", "[AGENT]")]),
      KeywordGroup.example((1...limit).map { ("C\($0)", "[K\($0)]") }),
    ],
    failing: [
      KeywordGroup.example((1...limit).map { ("C\($0)", "[K\($0)]") } + [("Last", "[LAST]")])
        .replacing("    category25:", with: "    ⟦category25:")
    ]
  ) { survey in
    survey.keywordGroups.flatMap { group in
      group.categories.dropFirst(limit).map { category in
        Hit(
          address: category.address,
          path: [],
          detail:
            "\(group.name) has \(group.categories.count) categories of keywords in the language "
            + "\"\(group.language)\", and Braze takes \(limit). Remove some, or put keywords together."
        )
      }
    }
  }

  /// https://www.braze.com/docs/user_guide/message_building_by_channel/sms_mms_rcs/keywords/keyword_handling
  private static let limit = 25
}
