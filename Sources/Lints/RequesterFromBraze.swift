internal import Diagnostics
internal import Liquid
internal import Model
internal import Values

extension Lint {
  /// Zendesk knows its users by its own numbers.
  static let requesterFromBraze = Lint(
    code: "requester-id-from-braze",
    severity: .warning,
    summary: "Requester is named by Braze's id",
    why: """
      A ticket's `requester_id` is [the number that Zendesk gave the user](https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/);
      Braze's `${user_id}` is what the app calls them. Zendesk refuses the ticket, or, should such a number exist,
      opens it for somebody else. A warning, since an app may call its users by Zendesk's numbers; a custom
      attribute with `zendesk` in its name passes.
      """,
    passing: [
      ticket("{requester: {email: '{{${email_address} | json_escape}}'}}"),
      ticket("{requester_id: '{{custom_attribute.${zendesk_user} | plus: 0}}'}"),
      ticket("{requester_id: 5}"),
    ],
    failing: [
      ticket("{requester_id: '⟦{{${user_id}}}'}"),
      BrazeExample.request(
        #"'{% assign id = custom_attribute.${crm_number} | plus: 0 %}{"ticket": {"requester_id": "⟦{{id}}"}}'"#
      ),
      BrazeExample.request(#"'{"ticket": {"requester_id": ⟦{{${braze_id}}}}}'"#),
    ]
  ) { survey in
    survey.brazeRequests.flatMap { request -> [Hit] in
      guard case .zendesk = request.url.destination,
        let node = request.body?["ticket"]?["requester_id"]
      else { return [] }
      return request.outputs(in: node).compactMap { text, output in
        let source = text.index.sources(of: output).first(where: \.variable.isIDOfBraze)
        return source.map { source in
          text.hit(
            "Zendesk wants its own number of a user, and \(source.variable.description) is none. Name the "
              + "requester by \"requester\" with a name and an e-mail address, which finds the user or makes one.",
            at: output.range.lowerBound
          )
        }
      }
    }
  }

  private static func ticket(_ ticket: String) -> String {
    BrazeExample.request("!json {ticket: \(ticket)}")
  }
}

extension Variable {
  /// Whether it is what Braze or an app calls a user.
  fileprivate var isIDOfBraze: Bool {
    if let customAttribute { return !customAttribute.lowercased().contains("zendesk") }
    return root == .attribute(namespace: nil, key: "user_id")
      || root == .attribute(namespace: nil, key: "braze_id")
  }
}
