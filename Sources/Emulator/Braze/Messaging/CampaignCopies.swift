internal import Values

/// `POST /campaigns/duplicate`: the copy comes later, and nothing tells its id.
///
/// <https://www.braze.com/docs/api/endpoints/messaging/duplicate_messages/post_duplicate_campaigns>.
/// That the copy is a draft is unconfirmed, and so are the texts of refusals.
enum CampaignCopies {
  /// Seconds until a copy is there.
  static let delay = 1

  static func order(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let body = try call.body()
    guard let id = body["campaign_id"]?.text, state.campaigns.contains(id) else {
      throw .invalidCampaign
    }
    guard let name = body["name"]?.text, !name.isEmpty else {
      throw .braze("name is required")
    }
    let description = body["description"]
    guard description == nil || description?.text != nil else {
      throw .braze("description must be a string")
    }
    let order = state.identifiers.uuid()
    var copy: Members = [
      "id": .string(order), "campaign_id": .string(id), "name": .string(name),
      "due_at": .integer(call.now + delay),
    ]
    copy["description"] = description
    state.copies[order] = copy
    return Answer(status: 202, body: ["message": "success"])
  }

  /// Makes the copies that are due.
  static func complete(_ state: inout BrazeState, now: Int) {
    for order in state.copies.objects where order["due_at"]?.integer ?? 0 <= now {
      guard let id = order["id"]?.text else { continue }
      state.copies[id] = nil
      // The original may be gone by now.
      guard let original = order["campaign_id"]?.text.flatMap({ state.campaigns[$0] }) else {
        continue
      }
      let copyID = state.identifiers.uuid()
      var copy = original
      copy["id"] = .string(copyID)
      copy["name"] = order["name"]
      copy["description"] = order["description"] ?? original["description"]
      copy["message_variation_id"] = .string(state.identifiers.uuid())
      copy["draft"] = true
      copy["enabled"] = false
      copy["archived"] = false
      copy["created_at"] = .integer(now)
      copy["updated_at"] = .integer(now)
      copy["first_sent"] = nil
      copy["last_sent"] = nil
      state.campaigns[copyID] = copy
    }
  }
}
