/// Names a resource whose remote id is meant.
package struct Reference: Sendable, Hashable {
  /// The address as written: `zendesk.webhooks.trigger_campaign`.
  package let address: String

  package init(to address: String) {
    self.address = address
  }
}
