internal import Braze
internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// Unless it is allowed more, each user gets a campaign once in a lifetime.
  static let notReEligible = Lint(
    code: "not-re-eligible",
    severity: .warning,
    summary: "Each user gets it only once",
    why: """
      Unless it is [allowed to send again](https://www.braze.com/docs/user_guide/engagement_tools/campaigns/building_campaigns/delivery_types/reeligibility),
      Braze sends a campaign once to each user, and a user enters a Canvas once: of a conversation only the first
      message arrives. A warning, since once may be what is meant. What an incoming SMS sets off is held to it, and
      what a declared trigger sends.
      """,
    passing: [
      BrazeExample.trigger(send, campaign: BrazeExample.sms("Hello")),
      BrazeExample.trigger(
        "{}",
        campaign: BrazeExample.sms("Hello", delivery: "{type: api_triggered}")
      ),
      "braze:\n" + BrazeExample.sms("Hello", delivery: "{type: scheduled, schedule: daily}"),
    ],
    failing: [
      BrazeExample.trigger(
        send,
        campaign: BrazeExample.sms("Hello", delivery: "⟦{type: api_triggered}")
      ),
      "braze:\n"
        + BrazeExample.sms(
          "Hello",
          delivery: "{type: action_based, inbound_sms: {subscription_group: "
            + "6ff593d7-cf69-448b-aca9-abf7d7b8c273, keyword_category: other}, re_eligible: ⟦false}"
        ),
    ]
  ) { survey in
    let senders = survey.messagesBySubject
    return survey.resources.compactMap { resource in
      guard let (key, delivery) = resource.delivery, delivery["re_eligible"] != true else {
        return nil
      }
      let reason: String
      switch delivery["type"] {
      case "action_based" where delivery["inbound_sms"] != nil:
        reason = "each SMS of a user sets it off"
      case "api_triggered":
        guard let sender = senders[resource.address]?.first?.sender else { return nil }
        reason = "\(sender) sends it again and again"
      default: return nil
      }
      let path: ValuePath = [.key(key)]
      return Hit(
        address: resource.address,
        path: delivery["re_eligible"] == nil ? path : path.appending("re_eligible"),
        detail: "A user gets it only once, though \(reason). Write re_eligible: true."
      )
    }
  }

  private static let send = "{campaign_id: !ref braze.campaigns.reply, recipients: []}"
}

extension Resource {
  /// When a campaign is sent, or a Canvas entered, and the attribute that says so; nil for all else.
  var delivery: (key: String, value: Value)? {
    let key: String
    switch kind.name {
    case Kind.campaign.name: key = "delivery"
    case Kind.canvas.name: key = "entry"
    default: return nil
    }
    return attributes[key].map { (key, $0) }
  }
}

extension Survey {
  /// The requests that have Braze send a message, by the campaign or Canvas of the spec that they name.
  var messagesBySubject: [Address: [BrazeMessage]] {
    var messages: [Address: [BrazeMessage]] = [:]
    for message in brazeMessages {
      guard case .reference(let reference)? = message.subject?.content,
        let subject = resource(behind: reference)
      else { continue }
      messages[subject.address, default: []].append(message)
    }
    return messages
  }
}
