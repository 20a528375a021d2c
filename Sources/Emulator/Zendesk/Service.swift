/// Which of Zendesk's services answers: each has its own headers, envelopes and rate limit.
enum Service: Sendable {
  /// Rails: links and items in its own order, `x-zendesk-api-warn`, an optional `.json`.
  case classic
  case webhooks

  var cursors: CursorCoding { self == .webhooks ? .webhooks : .classic }
}
