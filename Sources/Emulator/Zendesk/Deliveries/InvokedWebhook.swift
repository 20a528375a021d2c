/// A webhook that the update of a ticket at hand has invoked, and that is not sent before the update is over.
struct InvokedWebhook: Sendable {
  var webhook: String
  var invocation: String
  /// Seconds since 1970.
  var time: Int
  /// The chronicle's entry that says that it was invoked.
  var entry: Int
}

extension ZendeskState {
  /// Has the first attempts made of what one update invoked.
  ///
  /// Zendesk does not promise their order, which is asked for only where there is one.
  mutating func sendInvokedWebhooks() {
    var webhooks = invoked
    invoked = []
    if webhooks.count > 1, !life.readings.take(.zendeskWebhookOrder, as: "in-order") {
      webhooks.reverse()
    }
    for webhook in webhooks {
      let job = ZendeskJob.attempt(webhook: webhook.webhook, invocation: webhook.invocation)
      life.plan(.zendesk(job), due: webhook.time, cause: webhook.entry)
    }
  }
}
