internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// Zendesk's API knows statuses in lower case only.
  static let capitalisedStatus = Lint(
    code: "capitalised-status",
    severity: .warning,
    summary: "Capitalised status",
    why: """
      The API knows `new`, `open`, `pending`, `hold`, `solved` and `closed`, which agents see capitalised;
      published guides print `New`. A warning, since Zendesk's documents do not say what becomes of another
      spelling. Conditions and actions are held to their own lists of values and need no further rule.
      """,
    passing: [
      request("{ticket: {status: solved, subject: Open}}"), request("{ticket: {status: '{{x}}'}}"),
      request("{ticket: {status: New}}", to: "https://a.example"),
      request("{user: {status: New}}"),
    ],
    failing: [
      request("{ticket: {status: ⟦New}}"), request("{tickets: [{id: 5, status: ⟦SOLVED}]}"),
      request(#"'{"ticket": {"status": "⟦Open", "id": {{ticket.id}}}}'"#),
      request(#"'{% assign s = "⟦Hold" %}{"ticket": {"status": "{{ s }}"}}'"#),
      request("{ticket: {status: ⟦Pending}}", to: "https://acme.zendesk.com/api/v2/tickets/1.json"),
    ]
  ) { survey in
    survey.sendings.flatMap { sending -> [Hit] in
      guard case .zendesk = sending.destination, let body = BodyNode(sending.body, at: sending.path)
      else { return [] }
      let tickets = [body["ticket"]].compactMap(\.self) + (body["tickets"]?.items ?? [])
      return tickets.compactMap { ticket in
        guard let status = ticket["status"], let text = status.text else { return nil }
        let literal = literal(of: text, in: sending.body)
        let written = literal?.text ?? text
        let meant = written.lowercased()
        guard written != meant, statuses.contains(meant) else { return nil }
        return Hit(
          address: sending.sender,
          path: status.path,
          detail: "Zendesk's API calls the status \"\(written)\" \(meant). Write it in lower case.",
          offset: literal?.offset ?? status.offset
        )
      }
    }
  }

  private static let statuses: Set = ["new", "open", "pending", "hold", "solved", "closed"]

  /// What `body` itself assigns to the name that `text` fills in; nil where it is something else.
  private static func literal(of text: String, in body: Value) -> LiquidNames.Literal? {
    guard text.hasPrefix("{{"), text.hasSuffix("}}"), let whole = body.text else { return nil }
    let name = text.dropFirst(2).dropLast(2).filter { $0 != " " }
    return LiquidNames(in: whole).literals[name]
  }

  private static func request(
    _ body: String,
    to endpoint: String = "!zendesk /api/v2/tickets.json"
  ) -> String {
    """
    zendesk:
      webhooks:
        tickets: {name: A, endpoint: \(endpoint), http_method: POST, request_format: json}
      triggers:
        rule:
          title: A
          conditions: {all: [{field: status, operator: changed}]}
          actions:
            - field: notification_webhook
              value:
                - !ref zendesk.webhooks.tickets
                - \(body.hasPrefix("{") ? "!json " : "")\(body)
    """
  }
}
