internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// A message belongs to one category.
  static let repeatedKeyword = Lint(
    code: "repeated-keyword",
    severity: .error,
    summary: "Two categories have one keyword",
    why: """
      Braze takes [a keyword](https://www.braze.com/docs/user_guide/message_building_by_channel/sms_mms_rcs/keywords/keyword_handling)
      only once in a subscription group, in whatever case it is written.
      """,
    passing: [
      KeywordGroup.example([("A", "[SUPPORT]"), ("B", "[HUMAN]")]),
      KeywordGroup.example([("A", "[SUPPORT]"), ("B", "[SUPPORT], language: it")]),
    ],
    failing: [KeywordGroup.example([("A", "[SUPPORT, AGENT]"), ("B", "[HUMAN, ⟦support]")])]
  ) { survey in
    survey.keywordGroups.flatMap { group in
      var owners: [String: Address] = [:]
      var hits: [Hit] = []
      for category in group.categories {
        for (index, item) in (category.attributes["keywords"]?.items ?? []).enumerated() {
          guard let keyword = item.scalarText else { continue }
          let owner = owners[keyword.lowercased()] ?? category.address
          owners[keyword.lowercased()] = owner
          guard owner != category.address else { continue }
          hits.append(
            Hit(
              address: category.address,
              path: ["keywords", .index(index)],
              detail:
                "\(owner) has the keyword \"\(keyword)\" already, in the same group. Remove one of them."
            )
          )
        }
      }
      return hits
    }
  }
}

extension KeywordGroup {
  /// An example with these categories of one group, each with its keywords.
  static func example(_ categories: [(name: String, keywords: String)]) -> String {
    let lines = categories.enumerated().map { index, category in
      "    category\(index): {name: \(category.name), keywords: \(category.keywords), reply: Hello, "
        + "subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273}"
    }
    return "braze:\n  keyword_categories:\n" + lines.joined(separator: "\n")
  }
}
