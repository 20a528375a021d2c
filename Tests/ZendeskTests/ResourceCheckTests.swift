import Diagnostics
import KindTesting
import Testing

/// What is said of a webhook or a field before any request.
struct ResourceCheckTests {
  private static func webhook(
    _ title: String,
    found codes: [String] = [],
    saying words: String = "",
    method: String = "POST",
    format: String = "json",
    endpoint: String = "https://example.com/a",
    _ more: String = ""
  ) -> MarkedResource {
    MarkedResource(
      title,
      found: codes,
      saying: words,
      in: "webhooks",
      "name: A\nendpoint: \(endpoint)\nhttp_method: \(method)\nrequest_format: \(format)\n\(more)"
    )
  }

  private static func field(
    _ title: String,
    found codes: [String] = [],
    saying words: String = "",
    _ text: String
  ) -> MarkedResource {
    MarkedResource(title, found: codes, saying: words, in: "user_fields", "title: A\n" + text)
  }

  static let webhooks = [
    webhook("a plain one"),
    webhook(
      "one with everything",
      """
      authentication: {type: basic_auth, data: {username: u, password: !env P}}
      custom_headers: {X-A: a, X-B: b, X-C: c, X-D: d, X-E: e}
      subscriptions: ["zen:event-type:user.created"]
      """
    ),
    webhook(
      "another type's credential",
      found: ["authentication-mismatch", "authentication-mismatch"],
      saying: "needs \"token\"",
      "authentication: {type: bearer_token, data: ⟦{password: ⟦!env P}}"
    ),
    webhook(
      "half a credential",
      found: ["authentication-mismatch"],
      saying: "api_key needs \"name\"",
      "authentication: {type: api_key, data: ⟦{value: !env P}}"
    ),
    webhook(
      "events by PUT as XML",
      found: ["event-webhook-request", "event-webhook-request"],
      method: "⟦PUT",
      format: "⟦xml",
      "subscriptions: [\"zen:event-type:user.created\"]"
    ),
    webhook(
      "triggers and events",
      found: ["mixed-subscriptions"],
      "subscriptions: [\"zen:event-type:user.created\", ⟦conditional_ticket_events]"
    ),
    webhook(
      "six headers",
      found: ["too-many-headers?"],
      "custom_headers: {A: a, B: b, C: c, D: d, E: e, F: ⟦f}"
    ),
    webhook(
      "a credential in a header",
      found: ["secret-in-clear-text"],
      saying: "data: {name: Authorization, value: !env NAME}",
      "custom_headers: {Authorization: ⟦Bearer hunter2}"
    ),
    webhook("a scheme without a credential", "custom_headers: {Authorization: Basic}"),
    webhook("a placeholder in a header", "custom_headers: {Authorization: \"{{ticket.id}}\"}"),
    webhook(
      "a password in a URL",
      found: ["secret-in-clear-text"],
      saying: "before its host",
      endpoint: "⟦https://user:hunter2@example.com/a@b"
    ),
    webhook(
      "a token in a URL",
      found: ["secret-in-clear-text?"],
      saying: "\"token\"",
      endpoint: "⟦https://example.com/a?b=c&token=hunter2#d"
    ),
    webhook("a placeholder in a URL", endpoint: "\"https://example.com/a?token={{ticket.id}}\""),
    webhook("an at sign in a path", endpoint: "https://example.com/a:b@c"),
  ]

  static let fields = [
    field("a plain one", "type: integer"),
    field("a date", "type: date\nregexp_for_validation: null"),
    field(
      "an expression for a text",
      found: ["attribute-of-other-type"],
      saying: "of type regexp",
      "type: text\nregexp_for_validation: ⟦'[0-9]+'"
    ),
    field("no expression", found: ["missing-key"], "type: ⟦regexp"),
    field(
      "options for a type that is there already",
      "custom_field_options: [{name: A, value: a}]"
    ),
    field("no options", found: ["missing-key"], "type: ⟦dropdown\ncustom_field_options: []"),
    field(
      "two options with one value",
      found: ["duplicate-option"],
      "type: dropdown\ncustom_field_options: [{name: A, value: a}, {name: B, value: ⟦a}]"
    ),
    field("a tag of a date", found: ["attribute-of-other-type"], "type: date\ntag: ⟦a"),
    field("a lookup of nothing", found: ["missing-key"], "type: ⟦lookup"),
    MarkedResource(
      "a key of digits alone",
      found: ["invalid-field-key"],
      in: "user_fields",
      name: "⟦123",
      "title: A"
    ),
  ]

  @Test(arguments: webhooks + fields)
  func `a resource is held to what its kind says`(_ resource: MarkedResource) {
    resource.check()
  }

  @Test func `no message repeats what is in clear text`() {
    for webhook in Self.webhooks where webhook.codes.first?.hasPrefix("secret") == true {
      for found in webhook.diagnose().diagnostics {
        #expect(found.concealsLine)
        #expect(!found.detail.contains("hunter2"))
      }
    }
  }
}
