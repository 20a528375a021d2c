internal import Values

/// One of the attributes, events or purchases of `/users/track`, checked.
///
/// <https://www.braze.com/docs/api/objects_filters/event_object>,
/// <https://www.braze.com/docs/api/objects_filters/purchase_object>
struct TrackedObject: Sendable, Hashable {
  /// What is wrong with one object; the others are taken all the same.
  struct Fault: Error {
    var type: String
  }

  enum List: String, Sendable, Hashable, CaseIterable { case attributes, events, purchases }

  let list: List
  let members: Members
  let address: ProfileAddress

  init(_ item: Value, from list: List, _ state: BrazeState) throws(Fault) {
    guard let object = item.members else { throw Fault(type: "an object is required") }
    guard let address = ProfileAddress(object) else {
      throw Fault(
        type: "'external_id', 'user_alias', 'braze_id', 'email' or 'phone' is required"
      )
    }
    self.list = list
    members = object
    self.address = address
    switch list {
    case .attributes: try checkSubscriptions(state)
    case .events: try checkEvent()
    case .purchases: try checkPurchase()
    }
  }

  /// Whether nobody is made up for it. One who has an alias alone is only made when asked for.
  var existingOnly: Bool { members["_update_existing_only"]?.boolean ?? address.isAlias }

  private func checkSubscriptions(_ state: BrazeState) throws(Fault) {
    guard let value = members["subscription_groups"] else { return }
    guard let changes = value.items else {
      throw Fault(type: "'subscription_groups' must be an array")
    }
    for change in changes {
      guard let group = change["subscription_group_id"]?.text,
        state.subscriptionGroups.contains(group)
      else { throw Fault(type: "'subscription_group_id' is invalid") }
      guard SubscriptionEndpoints.states.contains(change["subscription_state"]?.text ?? "") else {
        throw Fault(type: "'subscription_state' is invalid")
      }
    }
  }

  private func checkEvent() throws(Fault) {
    guard let name = members["name"]?.text, !name.isEmpty else {
      throw Fault(type: "'name' is required")
    }
    try checkTime()
    guard members["properties"].map({ $0.members != nil }) ?? true else {
      throw Fault(type: "'properties' must be an object")
    }
  }

  private func checkPurchase() throws(Fault) {
    guard let product = members["product_id"]?.text, !product.isEmpty else {
      throw Fault(type: "'product_id' is required")
    }
    guard let currency = members["currency"]?.text, currency.utf8.count == 3 else {
      throw Fault(type: "'currency' is required")
    }
    switch members["price"] {
    case .integer?, .decimal?: break
    default: throw Fault(type: "'price' is required")
    }
    guard (1...100).contains(members["quantity"]?.integer ?? 1) else {
      throw Fault(type: "'quantity' is invalid")
    }
    try checkTime()
  }

  private func checkTime() throws(Fault) {
    guard let text = members["time"]?.text else { throw Fault(type: "'time' is required") }
    guard BrazeTime.seconds(text) != nil else { throw Fault(type: "'time' is invalid") }
  }
}
