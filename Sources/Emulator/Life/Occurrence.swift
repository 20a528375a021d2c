/// What can happen in an emulated system, as the chronicle names it.
///
/// What each entry says besides is in Docs/Emulator.md.
package enum Occurrence: String, Sendable, CaseIterable {
  // Zendesk
  case ticketCreated = "ticket_created"
  case ticketUpdated = "ticket_updated"
  case triggerFired = "trigger_fired"
  case triggerSkipped = "trigger_skipped"
  case automationFired = "automation_fired"
  case automationSkipped = "automation_skipped"
  case mailSent = "mail_sent"
  case webhookInvoked = "webhook_invoked"
  case webhookSkipped = "webhook_skipped"

  // Braze
  case smsReceived = "sms_received"
  case subscriptionChanged = "subscription_changed"
  case attributesChanged = "attributes_changed"
  case eventTracked = "event_tracked"
  case campaignSkipped = "campaign_skipped"
  case campaignEntered = "campaign_entered"
  case messageAborted = "message_aborted"
  case messageFailed = "message_failed"
  case smsSent = "sms_sent"
  case webhookSent = "webhook_sent"

  // Both
  /// One attempt at a webhook's request, with what came of it.
  case webhookAttempted = "webhook_attempted"
  /// A template could not be rendered.
  case templateFailed = "template_failed"
  /// The integration went on without end and was stopped.
  case halted
}
