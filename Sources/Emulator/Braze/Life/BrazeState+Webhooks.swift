internal import Platform
internal import Values

/// Attempts at webhooks, and what comes of them.
extension BrazeState {
  /// "Up to five times within 30 minutes using exponential backoff"; the first wait is the
  /// emulator's own choice.
  ///
  /// <https://www.braze.com/docs/user_guide/channels/webhooks/create_a_webhook>
  private static let (retries, window, firstWait) = (5, 1_800, 30)

  /// - Returns: What has to be sent; nil while the host is left alone.
  mutating func attempt(_ message: WebhookMessage, now: Int) -> Delivery? {
    guard hosts.isHalted(message.host, now: now) else { return message.delivery }
    settle(message, .unhealthyHost, now: now)
    return nil
  }

  mutating func settle(_ message: WebhookMessage, _ result: WebhookResult, now: Int) {
    hosts.note(result.status, of: message.host, now: now)
    let retry = result.isRetried ? retryTime(of: message, result, now: now) : nil
    let profile = message.order.profile
    let details: Members = [
      "campaign": message.label, "user": user(profile), "message": .string(message.id),
      "attempt": .integer(message.attempt),
      "status_code": result.status.map { .integer($0) } ?? .null,
      "outcome": .string(result.outcome), "answer": .string(result.answer),
      "retry_at": retry.map { .string(WallClock.iso8601($0)) } ?? .null,
    ]
    let entry = note(.webhookAttempted, at: now, details)
    if retry == nil { life.underway.remove(message.order.turn) }
    guard !result.isReceived else {
      if let journey = Journey(message.order.sort, message.order.journey, in: self) {
        noteReceipt(of: journey, by: profile, now: now)
      }
      return
    }
    logActivity("failure", at: now, details)
    if let retry {
      var again = message
      again.attempt += 1
      life.planRest(.braze(.attempt(again)), due: retry, cause: life.cause)
    } else {
      let status = result.status.map { "answered \($0)" } ?? "did not answer"
      let end = result.isRetried ? "for the last time" : "which Braze does not send again"
      note(
        .messageFailed,
        at: now,
        cause: entry,
        [
          "campaign": message.label, "user": user(profile),
          "reason": .string("\(message.method) \(message.shownURL) \(status), \(end)"),
        ]
      )
    }
  }

  /// When it is tried again; nil where it is not.
  private func retryTime(of message: WebhookMessage, _ result: WebhookResult, now: Int) -> Int? {
    guard message.attempt <= Self.retries else { return nil }
    let due = now + min(result.wait ?? Self.firstWait << (message.attempt - 1), Self.window + 1)
    return due - message.begun <= Self.window ? due : nil
  }
}
