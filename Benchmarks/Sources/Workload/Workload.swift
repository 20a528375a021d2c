/// A Zendesk setup of any size, as one or several files of a spec.
public struct Workload: Sendable {
  /// An account takes no more than 7,000 active triggers.
  private static let activeTriggers = 7_000

  public var triggers: Int
  public var categories: Int
  public var webhooks: Int
  public var userFields: Int
  /// The most triggers a file holds.
  public var triggersAFile: Int

  public init(
    triggers: Int,
    categories: Int = 40,
    webhooks: Int = 50,
    userFields: Int = 60,
    triggersAFile: Int = 10_000
  ) {
    self.triggers = triggers
    self.categories = categories
    self.webhooks = webhooks
    self.userFields = userFields
    self.triggersAFile = triggersAFile
  }

  public var resources: Int { triggers + categories + webhooks + userFields }

  /// The files by name.
  ///
  /// - Parameter environment: What stands under `environments: {bench: …}`.
  public func files(environment: String) -> [(name: String, text: String)] {
    var files = [(name: "a.yaml", text: base(environment))]
    for start in stride(from: 0, to: triggers, by: triggersAFile) {
      let range = start..<min(start + triggersAFile, triggers)
      files.append((name: "triggers\(start / triggersAFile).yaml", text: text(of: range)))
    }
    return files
  }

  /// Triggers in a file of their own, with nothing that they refer to.
  public func text(of range: Range<Int>) -> String {
    var text = "version: 1\nzendesk:\n  triggers:\n"
    for number in range { text += trigger(number) }
    return text
  }

  private func base(_ environment: String) -> String {
    var text = "version: 1\nenvironments:\n  bench: \(environment)\n"
    if resources > triggers { text += "zendesk:\n" }
    if userFields > 0 { text += "  user_fields:\n" }
    for number in 0..<userFields {
      text += "    bench_field_\(number): {type: text, title: Bench field \(number)}\n"
    }
    if categories > 0 { text += "  trigger_categories:\n" }
    for number in 0..<categories { text += "    category_\(number): {name: Category \(number)}\n" }
    if webhooks > 0 { text += "  webhooks:\n" }
    for number in 0..<webhooks {
      text += """
            webhook_\(number):
              name: Webhook \(number)
              endpoint: https://rest.iad-01.braze.com/campaigns/trigger/send
              http_method: POST
              request_format: json
              authentication: {type: bearer_token, data: {token: !env BENCH_KEY}}

        """
    }
    return text
  }

  private func trigger(_ number: Int) -> String {
    """
        trigger_\(number):
          title: Reply by SMS, variant \(number)
          description: Sends an agent's public reply to the requester as an SMS.
          active: \(number < Self.activeTriggers)
          category_id: !ref zendesk.trigger_categories.category_\(number % max(1, categories))
          conditions:
            all:
              - {field: comment_is_public, operator: is, value: requester_can_see_comment}
              - {field: current_via_id, operator: is_not, value: web_service}
              - field: current_tags
                operator: includes
                value: sms_\(number) braze
          actions:
            - field: notification_webhook
              value:
                - !ref zendesk.webhooks.webhook_\(number % max(1, webhooks))
                - !json
                  campaign_id: 00000000-0000-0000-0000-\(Self.padded(number))
                  recipients:
                    - external_user_id: "{{ticket.requester.custom_fields.bench_field_0}}"
                      trigger_properties: {msg_body: "{{ticket.latest_public_comment_html}}"}
                      attributes: {zendesk_ticket: "{{ticket.id}}", zendesk_ticket_open: true}

    """
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }
}
