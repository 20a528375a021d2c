/// Something the vendors' documents leave open that decides how an integration behaves.
///
/// Each has named readings, the first of which is taken unless told otherwise.
package enum OpenFact: String, Sendable, Hashable, CaseIterable {
  case zendeskJSONEscaping = "zendesk-json-escaping"
  case zendeskCommentPlaceholder = "zendesk-comment-placeholder"
  case zendeskRequesterFields = "zendesk-requester-fields"
  case zendeskReopening = "zendesk-reopening"
  case zendeskCreationAsChange = "zendesk-creation-as-change"
  case zendeskWebhookRetries = "zendesk-webhook-retries"
  case zendeskWebhookTimeout = "zendesk-webhook-timeout"
  case zendeskWebhookOrder = "zendesk-webhook-order"
  case brazeReplyOrder = "braze-reply-order"
  case brazeTracking = "braze-tracking"
  case brazeMissingAttribute = "braze-missing-attribute"
  case brazeURLBlanks = "braze-url-blanks"
  case brazeLongSMS = "braze-long-sms"

  /// One way to understand what is open.
  package struct Reading: Sendable, Hashable {
    package var name: String
    /// A sentence.
    package var meaning: String
  }

  /// The first is the one that is taken unless told otherwise.
  package var readings: [Reading] {
    switch self {
    case .zendeskJSONEscaping:
      [
        Reading(
          name: "escaped",
          meaning: "Zendesk escapes what placeholders insert into the body of a JSON webhook."
        ),
        Reading(
          name: "verbatim",
          meaning: "Zendesk inserts it as it is, so that a quote ends the JSON string."
        ),
      ]
    case .zendeskCommentPlaceholder:
      [
        Reading(
          name: "headed",
          meaning: "latest_public_comment_html begins with dashes, an empty line, name and date, "
            + "and an empty line."
        ),
        Reading(name: "headed-tightly", meaning: "It has that head without empty lines."),
        Reading(name: "bare", meaning: "It is the comment's text alone."),
      ]
    case .zendeskRequesterFields:
      [
        Reading(
          name: "kept",
          meaning: "Zendesk keeps user_fields of the requester with which a ticket is created."
        ),
        Reading(name: "ignored", meaning: "Zendesk passes over them."),
      ]
    case .zendeskReopening:
      [
        Reading(
          name: "author",
          meaning:
            "A comment whose author is an end user opens a pending, on-hold or solved ticket "
            + "again, though an agent's credentials brought it."
        ),
        Reading(name: "sender", meaning: "It does not: whose credentials brought it counts."),
      ]
    case .zendeskCreationAsChange:
      [
        Reading(
          name: "counts",
          meaning: "On a new ticket \"changed to\" holds for the values it begins with."
        ),
        Reading(name: "does-not-count", meaning: "On a new ticket nothing has changed."),
      ]
    case .zendeskWebhookRetries:
      [
        Reading(
          name: "retried",
          meaning: "Zendesk sends a webhook again after 409, after 429 and 503 with a Retry-After "
            + "below 60 seconds, and after a timeout."
        ),
        Reading(name: "not-retried", meaning: "Zendesk sends every webhook once."),
      ]
    case .zendeskWebhookTimeout:
      [
        Reading(name: "12-seconds", meaning: "Zendesk waits 12 seconds for an answer."),
        Reading(name: "10-seconds", meaning: "Zendesk waits 10 seconds for an answer."),
      ]
    case .zendeskWebhookOrder:
      [
        Reading(
          name: "in-order",
          meaning: "The webhooks that one update of a ticket invokes are sent in that order."
        ),
        Reading(name: "reversed", meaning: "They are sent in the reverse order."),
      ]
    case .brazeReplyOrder:
      [
        Reading(
          name: "reply-first",
          meaning: "A keyword's reply is sent before the campaigns that the message triggers."
        ),
        Reading(name: "campaigns-first", meaning: "It is sent after them."),
      ]
    case .brazeTracking:
      [
        Reading(name: "at-once", meaning: "/users/track takes effect with its answer."),
        Reading(name: "later", meaning: "/users/track takes effect two seconds after its answer."),
      ]
    case .brazeMissingAttribute:
      [
        Reading(
          name: "differs",
          meaning: "An attribute that is not set meets the condition that it does not equal, match "
            + "or include something."
        ),
        Reading(name: "does-not-differ", meaning: "It does not meet that condition."),
      ]
    case .brazeURLBlanks:
      [
        Reading(
          name: "refused",
          meaning: "A webhook is not sent whose URL begins or ends with a blank or a line break."
        ),
        Reading(name: "cut-off", meaning: "Blanks and line breaks at the ends are cut off."),
      ]
    case .brazeLongSMS:
      [
        Reading(name: "not-sent", meaning: "An SMS of more than 1,600 characters is not sent."),
        Reading(name: "sent", meaning: "It is sent in as many segments as it takes."),
      ]
    }
  }
}
