package import Model
internal import Values

extension Kind {
  package static let keywordCategory = Kind(
    "braze.keyword_category",
    collection: "keyword_categories",
    summary: "Words that users send by SMS, and the reply they get.",
    page: "https://www.braze.com/docs/user_guide/message_building_by_channel/sms_mms_rcs/keywords/"
      + "keyword_handling",
    identity: .attribute("name"),
    mode: .attested,
    handwork: Handwork(
      place: { _ in
        "Audience > Subscription Group Management > the group > Global Keywords > Add Custom Keyword"
      },
      placeOfChange: "Audience > Subscription Group Management > the group > Global Keywords",
      verification: "no API reads keywords: look at the page",
      rehearsal: Handwork.Rehearsal("keyword_categories") { attributes in
        var form = attributes
        form["subscription_group_id"] = attributes["subscription_group"]
        form["subscription_group"] = nil
        return form.merging(["language": attributes["language"] ?? "en"])
      }
    ),
    schema: [
      "name": Attribute(.text, "The category's name, unique in its group.").required.trimmed
        .attested
        .labelled("Keyword Category"),
      "subscription_group": Attribute(
        .identifier(of: "braze.subscription_group"),
        "The group whose numbers the words are sent to."
      ).required.attested.labelled("Subscription group"),
      "language": Attribute(.text, "The language of the keyword set; en.").attested
        .labelled("Language"),
      "keywords": Attribute(
        .list(.text),
        "At most 20 words of at most 34 characters, each the whole message, in any case."
      ).required.unordered.attested.labelled("Keywords"),
      "reply": Attribute(.text, "What is sent back; at most 300 characters.").required.attested
        .labelled("Reply Message"),
    ],
    checks: [KeywordCategoryCheck.findings],
    examples: [
      Example(
        "A word that opens a ticket",
        name: "support",
        spec: """
          name: ZendeskSMS1
          subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273
          keywords: [SUPPORT]
          reply: A customer service rep will contact you shortly.
          """
      )
    ]
  )
}
