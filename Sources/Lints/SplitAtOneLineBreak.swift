internal import Diagnostics
internal import Liquid
internal import Model
internal import Values

extension Lint {
  /// Zendesk's comments have empty lines, and lines are not paragraphs.
  static let splitAtOneLineBreak = Lint(
    code: "comment-split-at-line-break",
    severity: .warning,
    summary: "A comment's line is taken for the comment",
    why: """
      Zendesk's placeholders for comments begin with a line of dashes, an empty line, the author and the date, and
      another empty line. Split at one line break, those are the parts 0 to 3: `msg[2]` is the author's line, not
      the message, and of a message with several lines any part is but one. Split at two line breaks, what
      comes from part 2 on is the message. A warning, since Zendesk's documents show that form but promise none.
      """,
    passing: [
      spec("{{ticket.latest_public_comment_html}}", breaks: 2),
      spec("Your ticket has been closed", breaks: 1),
    ],
    failing: [
      spec("{{ticket.latest_public_comment_html}}", breaks: 1, mark: "⟦"),
      spec("{{ticket.latest_comment}}", breaks: 1, mark: "⟦")
        .replacing("!ref braze.campaigns.reply", with: "'{{ticket.ticket_field_5}}'"),
    ]
  ) { survey in
    let messages = survey.messagesBySubject
    let unnamed = survey.brazeMessages.filter { message in
      if case .reference? = message.subject?.content { false } else { true }
    }
    return survey.brazeTexts.filter { $0.role == .sms }.flatMap { text -> [Hit] in
      let picked = text.index.splitIndexes.filter { ["\n", "\r\n"].contains($0.separator) }
      guard !picked.isEmpty else { return [] }
      let used = Set(text.index.mentions.compactMap(\.variable.triggerProperty))
      let senders = messages[text.address] ?? unnamed
      let comment = senders.lazy.compactMap { $0.comment(among: used) }.first
      guard let comment else { return [] }
      return picked.map { pick in
        text.hit(
          "\(comment) comes as dashes, an empty line, author and date, an empty line and the message. Split "
            + "at single line breaks, part \(pick.index) is one of those lines. Split at two, and take all "
            + "from part 2 on.",
          at: pick.variable.range.lowerBound
        )
      }
    }
  }

  private static func spec(_ property: String, breaks: Int, mark: String = "") -> String {
    let separator = String(repeating: "\n", count: breaks) + String(repeating: " ", count: 12)
    return BrazeExample.trigger(
      "{campaign_id: !ref braze.campaigns.reply, trigger_properties: {body: '\(property)'}}",
      campaign: BrazeExample.sms(
        """
        |
                    {% assign msg = {{api_trigger_properties.${body}}} | split: "\(separator)" %}
                    {{\(mark)msg[2]}}
        """
      )
    )
  }
}

extension BrazeMessage {
  /// The placeholder for a comment of a ticket that it sends as one of `properties`.
  fileprivate func comment(among properties: Set<String>) -> String? {
    for property in triggerProperties ?? [] where properties.contains(property.name) {
      guard let text = property.value.text, let start = text.firstRange(of: "{{") else { continue }
      let name = text[start.upperBound...].prefix { $0 != "}" && $0 != "|" }.filter { $0 != " " }
      if name.hasPrefix("ticket."), name.contains("comment") { return "{{\(name)}}" }
    }
    return nil
  }

  /// What it gives the message for each user or for all; nil where a placeholder decides that.
  var triggerProperties: [Attribute]? {
    let recipients = body["recipients"]
    if case .placeholder? = recipients?.content { return nil }
    var found: [Attribute] = []
    for holder in [body] + (recipients?.items ?? []) {
      guard let properties = holder["trigger_properties"] else { continue }
      if case .placeholder = properties.content { return nil }
      found += properties.members.map { Attribute(name: $0.key, value: $0.value) }
    }
    return found
  }
}
