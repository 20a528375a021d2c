internal import Platform
internal import Values

/// The next attempt of an invocation: what is sent, and what is made of the answer.
struct WebhookAttempt {
  let webhook: String
  let invocation: String

  private static let answerLimit = 2000

  /// Nil where nothing is sent.
  func begin(_ state: inout ZendeskState, now: Int) -> Delivery? {
    guard var record = state.webhookInvocations[invocation] else { return nil }
    record["retry_at"] = nil
    guard let webhook = state.webhooks[webhook], webhook["status"] == "active" else {
      record["status"] = "failed"
      state.webhookInvocations[invocation] = record
      let reason: Value = state.webhooks[webhook] == nil ? "deleted" : "inactive"
      state.life.note(
        .webhookSkipped,
        in: .zendesk,
        at: now,
        [
          "webhook": name(state), "invocation": .string(invocation),
          "rule": record["rule"] ?? .null, "ticket": record["ticket"] ?? .null, "reason": reason,
        ]
      )
      return nil
    }
    var attempt: Members = [
      "id": .string(self.webhook), "invocation_id": .string(invocation), "status": "unknown",
    ]
    let isBroken = state.circuits[self.webhook]?.isBroken(at: now) ?? false
    let request = WebhookRequest(webhook, record, now: now)
    if !isBroken {
      let payload = record["payload"] ?? ""
      attempt["request"] = ["headers": request.shownHeaders, "payload": payload]
    }
    record["attempts"] = .list((record["attempts"]?.items ?? []) + [.object(attempt)])
    state.webhookInvocations[invocation] = record
    if isBroken {
      close(.circuitBroken, &state, now: now)
      return nil
    }
    return Delivery(request: request.request, timeout: AttemptOutcome.patience)
  }

  func finish(_ outcome: Delivery.Outcome, _ state: inout ZendeskState, now: Int) {
    let outcome = AttemptOutcome(outcome, &state.life.readings)
    state.circuits[webhook, default: CircuitBreaker()].note(failed: outcome.isError, at: now)
    close(outcome, &state, now: now)
  }

  /// Notes how the last attempt ended, and plans another one if there is to be one.
  private func close(_ outcome: AttemptOutcome, _ state: inout ZendeskState, now: Int) {
    guard var record = state.webhookInvocations[invocation],
      var attempts = record["attempts"]?.items, var attempt = attempts.popLast()?.members
    else { return }
    let stamp = Value.string(WallClock.iso8601(now))
    let code = outcome.code.map { Value.integer($0) }
    attempt["status"] = .string(outcome.status)
    attempt["status_code"] = code
    attempt["response"] = outcome.shownResponse
    attempt["completed_at"] = stamp
    attempts.append(.object(attempt))
    record["attempts"] = .list(attempts)
    record["status"] = .string(outcome.status)
    record["status_code"] = code
    record["latest_completed_at"] = stamp
    let due = pause(after: outcome, attempts, &state.life.readings).map { now + $0 }
    record["retry_at"] = due.map { .integer($0) }
    state.webhookInvocations[invocation] = record
    state.life.note(
      .webhookAttempted,
      in: .zendesk,
      at: now,
      [
        "webhook": name(state), "invocation": .string(invocation),
        "attempt": .integer(attempts.count), "status_code": code ?? .null,
        "outcome": .string(outcome.status),
        "answer": .string(String(outcome.answer.prefix(Self.answerLimit))),
        "retry_at": due.map { .string(WallClock.iso8601($0)) } ?? .null,
      ]
    )
    guard let due else { return }
    let job = ZendeskJob.attempt(webhook: webhook, invocation: invocation)
    state.life.planRest(.zendesk(job), due: due, cause: state.life.cause)
  }

  /// Whether there are retries at all is asked only where there would be one.
  private func pause(
    after outcome: AttemptOutcome,
    _ attempts: [Value],
    _ readings: inout Readings
  ) -> Int? {
    guard let pause = RetryRule.pause(after: outcome, attempts) else { return nil }
    return readings.take(.zendeskWebhookRetries, as: "retried") ? pause : nil
  }

  private func name(_ state: ZendeskState) -> Value {
    ["id": .string(webhook), "name": state.webhooks[webhook]?["name"] ?? .null]
  }
}
