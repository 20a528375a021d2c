import Diagnostics
import Testing

@testable import Lints

/// A rule can be turned off where it does not hold, and nowhere else.
struct SilenceTests {
  private func placed(_ sections: String) throws -> [String] {
    try LintedSpec(sections).diagnostics().map(LintedSpec.placed)
  }

  private func trigger(_ lint: String, body: String = "'{'") -> String {
    """
    zendesk:
      webhooks:
        hook: {name: A, endpoint: "https://a.example", http_method: POST, request_format: json}
      triggers:
        rule:
          title: A
          lint: \(lint)
          conditions: {all: [{field: status, operator: changed}]}
          actions: [{field: notification_webhook, value: [!ref zendesk.webhooks.hook, \(body)]}]
        other:
          title: B
          conditions: {all: [{field: status, operator: changed}]}
          actions: [{field: notification_webhook, value: [!ref zendesk.webhooks.hook, '{}']}]
    """
  }

  @Test func `what a resource turns off is not reported, an error as little as a warning`() throws {
    #expect(try placed(trigger("{webhook-body-not-json: off, reason: Known}")) == [])
  }

  @Test func `it holds for that rule and that resource alone`() throws {
    let spec = trigger("{webhook-body-not-json: off, reason: Known}", body: "'{{YOUR_BODY}} {'")
      .replacing("'{}'", with: "'}'")
    #expect(
      try placed(spec) == ["12:84 left-over-placeholder", "16:84 webhook-body-not-json"]
    )
  }

  @Test func `a rule that does not exist is an error that names a close one`() throws {
    let found = try LintedSpec(trigger("{webhook-body-no-json: off, reason: R}", body: "'{}'"))
      .diagnostics()
    #expect(found.map(LintedSpec.placed) == ["10:14 unknown-lint"])
    #expect(found.hasErrors)
    #expect(found.first?.detail.contains("Did you mean \"webhook-body-not-json\"?") == true)
  }

  @Test func `what would have nothing to say is turned off for nothing`() throws {
    let found = try LintedSpec(trigger("{webhook-body-not-json: off, reason: R}", body: "'{}'"))
      .diagnostics()
    #expect(found.map(LintedSpec.placed) == ["10:14 needless-silencing"])
    #expect(!found.hasErrors)
  }

  @Test func `what another environment needs is not turned off for nothing`() throws {
    let environments = """
      environments:
        local: {emulator: store, variables: {body: "{}"}}
        sandbox: {emulator: other, variables: {body: "{"}}

      """
    let spec = trigger("{webhook-body-not-json: off, reason: R}", body: "!var body")
    #expect(try placed(environments + spec) == [])
    let mended = environments.replacing("body: \"{\"", with: "body: \"{ }\"")
    #expect(
      try placed(mended + spec).map { $0.split(separator: " ").last } == ["needless-silencing"]
    )
  }
}
