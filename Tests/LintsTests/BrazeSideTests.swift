import Diagnostics
import Model
import Testing
import Zendesk

@testable import Lints

/// Rules see what Braze sends, too, wherever a kind has places for a URL, headers and a body.
struct BrazeSideTests {
  private static let message = Kind(
    "braze.message",
    collection: "messages",
    summary: "A message that Braze sends.",
    page: "https://www.braze.com/docs",
    identity: .attribute("name"),
    schema: [
      "name": Attribute(.text, "Its name.").required,
      "webhook": Attribute(
        .object([
          "url": Attribute(.text, "Where it goes."),
          "headers": Attribute(.map(.text), "Its headers."),
          "body": Attribute(.body, "What it holds."),
        ]),
        "The request it makes."
      ),
    ],
    endpoints: Endpoints(
      "/messages",
      one: "message",
      many: "messages",
      paging: .cursor(sort: nil),
      update: .put
    ),
    examples: []
  )

  private let json = "headers: {Content-Type: application/json}"

  private func spec(webhook: String) -> LintedSpec {
    LintedSpec(
      """
      zendesk:
        webhooks:
          braze: {name: A, endpoint: !braze /users/track, http_method: POST, request_format: json}
        triggers:
          reply:
            title: A
            conditions: {all: [{field: comment_is_public, operator: is, value: true}]}
            actions: [{field: notification_webhook, value: [!ref zendesk.webhooks.braze, !json {}]}]
      braze:
        messages:
          forward:
            name: Forward
            webhook: \(webhook)
      """,
      kinds: ZendeskKinds.all + [Self.message]
    )
  }

  private func placed(_ webhook: String) throws -> [String] {
    try spec(webhook: webhook).diagnostics().map(LintedSpec.placed)
  }

  @Test func `an echo needs somebody who writes comments`() throws {
    let comment =
      "{url: !zendesk /api/v2/tickets/5, body: !json {ticket: {comment: {body: a}}}, \(json)}"
    let found = try spec(webhook: comment).diagnostics()
    #expect(found.map(LintedSpec.placed) == ["10:26 echo-to-braze"])
    #expect(found.first?.detail.contains("braze.messages.forward") == true)
    #expect(
      try placed("{url: !zendesk /api/v2/tickets/5, body: !json {ticket: {status: open}}, \(json)}")
        == []
    )
    #expect(
      try placed("{url: !zendesk /api/v2/users/5, body: !json {ticket: {comment: a}}, \(json)}")
        == []
    )
  }

  @Test func `a request of Braze is held to the rules of requests`() throws {
    let url = "acme.zendesk.com/api/v2/tickets"
    #expect(
      try placed("{url: \(url), body: '{\"ticket\": {\"status\": \"New\"}}', \(json)}")
        == ["16:22 url-without-scheme", "16:85 capitalised-status"]
    )
    #expect(
      try placed(
        "{url: !zendesk /api/v2/x, headers: {authorization: 'Basic {{x | base64_encode}}'}}"
      )
        == ["16:67 api-token-ends"]
    )
    #expect(try placed("{url: 'https://{{url}}.a.example'}") == ["16:31 left-over-placeholder"])
  }
}
