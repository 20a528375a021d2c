internal import Braze
internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// A request can send only what waits for one.
  static let notAPITriggered = Lint(
    code: "not-api-triggered",
    severity: .error,
    summary: "A request cannot send it",
    why: """
      `/campaigns/trigger/send` sends campaigns with the delivery
      [API-triggered](https://www.braze.com/docs/user_guide/engagement_tools/campaigns/building_campaigns/delivery_types/api_triggered_delivery),
      and `/canvas/trigger/send` Canvases with that entry. For any other, Braze answers 400, `Invalid Campaign ID`.
      """,
    passing: [BrazeExample.trigger(send, campaign: BrazeExample.sms("Hello"))],
    failing: [
      BrazeExample.trigger(
        "{campaign_id: ⟦!ref braze.campaigns.reply, recipients: []}",
        campaign: BrazeExample.sms(
          "Hello",
          delivery: "{type: action_based, custom_event: a, re_eligible: true}"
        )
      )
    ]
  ) { survey in
    survey.brazeMessages.compactMap { message in
      guard let subject = message.subject, case .reference(let reference) = subject.content,
        let resource = survey.resource(behind: reference),
        resource.kind.name == message.operation.kind,
        let (key, delivery) = resource.delivery, let type = delivery["type"]?.text,
        type != "api_triggered"
      else { return nil }
      return Hit(
        address: message.sender,
        path: subject.path,
        detail: "\(resource.address) has the \(key) \(type), and a request can send only what is "
          + "api_triggered. Change its \(key), or refer to another."
      )
    }
  }

  private static let send = "{campaign_id: !ref braze.campaigns.reply, recipients: []}"
}

extension BrazeMessage.Operation {
  /// The kind of what it sends; nil where it sends nothing.
  var kind: String? {
    switch self {
    case .campaign: Kind.campaign.name
    case .canvas: Kind.canvas.name
    case .track: nil
    }
  }
}
