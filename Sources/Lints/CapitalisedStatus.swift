internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// Zendesk's API knows statuses, priorities and types in lower case only.
  ///
  /// https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/
  static let capitalisedStatus = Lint(
    code: "capitalised-status",
    severity: .warning,
    summary: "Capitalised status, priority or type",
    why: """
      The API knows `new`, `open`, `pending`, `hold`, `solved` and `closed`, which agents see capitalised;
      published guides print `New`. So it is with priorities and types of tickets. A warning, since Zendesk's
      documents do not say what becomes of another spelling. Conditions and actions are held to their own lists
      of values and need no further rule.
      """,
    passing: [
      request("{ticket: {status: solved, subject: Open}}"), request("{ticket: {status: '{{x}}'}}"),
      request("{ticket: {status: New}}", to: "https://a.example"),
      request("{user: {status: New}}"),
      request(#"'{% comment %}{"ticket": {"status": "New"}}{% endcomment %}{}'"#),
    ],
    failing: [
      request("{ticket: {status: ⟦New}}"), request("{tickets: [{id: 5, status: ⟦SOLVED}]}"),
      request(#"'{"ticket": {"status": "⟦Open", "id": {{ticket.id}}}}'"#),
      request(#"'{% assign s = "⟦Hold" %}{"ticket": {"status": "{{ s }}"}}'"#),
      request(
        #"'{% if x %}{% assign s = "⟦New" %}{% else %}{% assign s = "⟦Open" %}{% endif %}{"ticket": {"status": "{{s}}"}}'"#
      ),
      request(#"'{"ticket": {"subject": "{{x }", "status": "⟦New"}}'"#),
      request("{ticket: {status: ⟦Pending}}", to: "https://acme.zendesk.com/api/v2/tickets/1.json"),
      request("{ticket: {priority: ⟦Urgent, type: ⟦Question}}"),
      BrazeExample.request("!json {ticket: {type: ⟦Task}}"),
    ]
  ) { survey in
    survey.sendings.flatMap { sending -> [Hit] in
      guard case .zendesk = sending.destination, let body = sending.json else { return [] }
      let tickets = [body["ticket"]].compactMap(\.self) + (body["tickets"]?.items ?? [])
      return tickets.flatMap { ticket in
        values.flatMap { member, known -> [Hit] in
          guard let node = ticket[member] else { return [] }
          return sending.texts(of: node).compactMap { text, offset in
            let meant = text.lowercased()
            guard text != meant, known.contains(meant) else { return nil }
            return Hit(
              address: sending.sender,
              path: node.path,
              detail:
                "Zendesk's API calls the \(member) \"\(text)\" \(meant). Write it in lower case.",
              offset: offset
            )
          }
        }
      }
    }
  }

  private static let values: KeyValuePairs<String, Set<String>> = [
    "status": ["new", "open", "pending", "hold", "solved", "closed"],
    "priority": ["low", "normal", "high", "urgent"],
    "type": ["problem", "incident", "question", "task"],
  ]

  private static func request(
    _ body: String,
    to endpoint: String = "!zendesk /api/v2/tickets.json"
  ) -> String {
    ZendeskExample.call(body, to: endpoint)
  }
}
