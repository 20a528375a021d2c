internal import Braze
internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// Campaigns and Canvases have an endpoint each.
  static let misplacedMessageID = Lint(
    code: "misplaced-message-id",
    severity: .error,
    summary: "The endpoint sends something else",
    why: """
      `/campaigns/trigger/send` takes a `campaign_id` and `/canvas/trigger/send` a `canvas_id`, each the id of one.
      Braze answers 400 to any other.
      """,
    passing: [
      message("campaign_id: !ref braze.campaigns.reply", to: "/campaigns/trigger/send"),
      message("canvas_id: !ref braze.canvases.reply", to: "/canvas/trigger/send"),
    ],
    failing: [
      message("campaign_id: ⟦!ref braze.canvases.reply", to: "/campaigns/trigger/send"),
      message("canvas_id: ⟦!ref braze.campaigns.reply", to: "/canvas/trigger/send"),
      message("canvas_id: ⟦!ref braze.canvases.reply", to: "/campaigns/trigger/send"),
      message("campaign_id: ⟦b1e8f1a2-2f0d-4d54-9b60-1c0f6a0c9a77", to: "/canvas/trigger/send"),
    ]
  ) { survey in
    survey.brazeMessages.compactMap { message in
      guard let key = message.operation.subject else { return nil }
      if let subject = message.subject {
        guard case .reference(let reference) = subject.content,
          let resource = survey.resource(behind: reference),
          resource.kind.name != message.operation.kind
        else { return nil }
        return Hit(
          address: message.sender,
          path: subject.path,
          detail:
            "\(resource.address) is a \(resource.kind.noun), and \(message.operation.rawValue) "
            + "takes the id of another kind as \"\(key)\"."
        )
      }
      let others = ["campaign_id", "canvas_id"].compactMap { message.body[$0] }
      return others.first.map { other in
        Hit(
          address: message.sender,
          path: other.path,
          detail:
            "\(message.operation.rawValue) takes \"\(key)\". Send this to the other endpoint, "
            + "or name what this one sends.",
          offset: other.offset
        )
      }
    }
  }

  private static func message(_ subject: String, to endpoint: String) -> String {
    BrazeExample.trigger(
      "{\(subject), recipients: []}",
      endpoint: endpoint,
      campaign: BrazeExample.sms("Hello")
        + """

          canvases:
            reply:
              name: B
              entry: {type: api_triggered, re_eligible: true}
              steps:
                - name: Tell
                  channel: sms
                  sms: {subscription_group: 6ff593d7-cf69-448b-aca9-abf7d7b8c273, body: Hello}
        """
    )
  }
}
