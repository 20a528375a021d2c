internal import Diagnostics
internal import Liquid
internal import Model
internal import Values

extension Lint {
  /// What a message fills in must come along with the request.
  static let unsentTriggerProperty = Lint(
    code: "unsent-trigger-property",
    severity: .warning,
    summary: "Nobody sends this property",
    why: """
      Braze fills in nothing for a property that the request does not bring along. A warning, since others may send
      the campaign too; one that no declared request sends is not looked at.
      """,
    passing: [
      BrazeExample.trigger(
        "{campaign_id: !ref braze.campaigns.reply, trigger_properties: {body: Hello}}",
        campaign: BrazeExample.sms("'{{api_trigger_properties.${body}}}'")
      ),
      BrazeExample.trigger(
        "{campaign_id: !ref braze.campaigns.reply, recipients: [{trigger_properties: {body: {a: b}}}]}",
        campaign: BrazeExample.sms("'{{api_trigger_properties.${body}.a}}'")
      ),
      BrazeExample.trigger(
        "{}",
        campaign: BrazeExample.sms("'{{api_trigger_properties.${body}}}'")
      ),
    ],
    failing: [
      BrazeExample.trigger(
        "{campaign_id: !ref braze.campaigns.reply, trigger_properties: {body: Hello}}",
        campaign: BrazeExample.sms("'{{⟦api_trigger_properties.${bdy}}}'")
      )
    ]
  ) { survey in
    let messages = survey.messagesBySubject
    return survey.brazeTexts.flatMap { text -> [Hit] in
      guard let senders = messages[text.address], let sender = senders.first?.sender else {
        return []
      }
      let sent = senders.compactMap(\.triggerProperties)
      guard sent.count == senders.count else { return [] }
      let names = Set(sent.joined().map(\.name))
      return text.firstMentions(\.triggerProperty).compactMap { name, offset -> Hit? in
        guard let root = name.split(separator: ".").first, !names.contains(name),
          !names.contains(String(root))
        else { return nil }
        return text.hit(
          "\(sender) sends no property \"\(name)\" in \"trigger_properties\"."
            + Suggestion.sentence(for: name, in: names.sorted()),
          at: offset
        )
      }
    }
  }
}
