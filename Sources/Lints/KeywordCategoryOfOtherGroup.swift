internal import Braze
internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// A category belongs to one group, and only its numbers know it.
  static let keywordCategoryOfOtherGroup = Lint(
    code: "keyword-category-of-other-group",
    severity: .error,
    summary: "Keyword category of another group",
    why: """
      A [keyword category](https://www.braze.com/docs/user_guide/message_building_by_channel/sms_mms_rcs/keywords/keyword_handling)
      belongs to one subscription group, and a trigger offers the categories of the group that it names alone: with
      another group's, nobody can set it up as the spec says.
      """,
    passing: [
      spec(group: "!ref braze.subscription_groups.support"),
      spec(group: "6ff593d7-cf69-448b-aca9-abf7d7b8c273"),
      spec(group: "6FF593D7-CF69-448B-ACA9-ABF7D7B8C273"),
      spec(group: "!ref braze.subscription_groups.sales", category: "other"),
    ],
    failing: [
      spec(
        group: "!ref braze.subscription_groups.sales",
        category: "⟦!ref braze.keyword_categories.agent"
      ),
      spec(
        group: "0b0c1a52-1111-4222-8333-0f9c5f2a7d11",
        category: "⟦!ref braze.keyword_categories.agent"
      ),
    ]
  ) { survey in
    survey.resources.flatMap { resource in
      ["delivery", "entry"].compactMap { key -> Hit? in
        guard let trigger = resource.attributes[key]?["inbound_sms"],
          let category = survey.resource(behind: trigger["keyword_category"]),
          category.kind.name == Kind.keywordCategory.name,
          let asked = survey.subscriptionGroup(trigger["subscription_group"]),
          let own = survey.subscriptionGroup(category.attributes["subscription_group"]),
          asked.id != own.id
        else { return nil }
        return Hit(
          address: resource.address,
          path: [.key(key), "inbound_sms", "keyword_category"],
          detail:
            "\(category.address) belongs to \(own.name), and the trigger names \(asked.name). "
            + "Name a category of that group, or the group of this category."
        )
      }
    }
  }

  private static func spec(
    group: String,
    category: String = "!ref braze.keyword_categories.agent"
  ) -> String {
    """
    braze:
      subscription_groups:
        support: {id: 6ff593d7-cf69-448b-aca9-abf7d7b8c273}
        sales: {id: 0b0c1a52-1111-4222-8333-0f9c5f2a7d11}
      keyword_categories:
        agent:
          name: Agent
          subscription_group: !ref braze.subscription_groups.support
          keywords: [AGENT]
          reply: Somebody will be with you soon.
    """ + "\n"
      + BrazeExample.sms(
        "Hello",
        delivery: "\n        type: action_based\n        re_eligible: true\n        inbound_sms:\n"
          + "          subscription_group: \(group)\n          keyword_category: \(category)"
      )
  }
}
