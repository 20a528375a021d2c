internal import Values

/// A campaign or a Canvas: what decides who gets its messages, and when.
struct Journey: Sendable {
  enum Sort: String, Sendable, Hashable { case campaign, canvas }

  let sort: Sort
  private let object: Members
  /// Its type, its trigger, who may have it again.
  private let delivery: Members

  init(campaign: Members) {
    sort = .campaign
    object = campaign
    delivery = campaign["delivery"]?.members ?? [:]
  }

  /// `entry` is what the dashboard's form sends; one that is nothing of the kind starts nothing.
  init(canvas: Members) {
    sort = .canvas
    object = canvas
    let form: Members = [
      "type": canvas["schedule_type"] ?? .null, "re_eligible": canvas["re_eligible"] ?? false,
    ]
    delivery = (canvas["entry"]?.members ?? [:]).merging(form)
  }

  /// Nil if it is gone.
  init?(_ sort: Sort, _ id: String, in state: BrazeState) {
    switch sort {
    case .campaign:
      guard let campaign = state.campaigns[id] else { return nil }
      self.init(campaign: campaign)
    case .canvas:
      guard let canvas = state.canvases[id] else { return nil }
      self.init(canvas: canvas)
    }
  }

  /// Campaigns first, each as they were made.
  static func all(in state: BrazeState) -> [Journey] {
    state.campaigns.objects.map { Journey(campaign: $0) }
      + state.canvases.objects.map { Journey(canvas: $0) }
  }

  var id: String { object["id"]?.text ?? "" }
  var name: String { object["name"]?.text ?? "" }
  var label: Value { ["id": .string(id), "name": .string(name)] }

  /// What it waits for; nil unless it is action-based.
  var trigger: Value? { delivery["type"] == "action_based" ? delivery["trigger"] : nil }

  var isLive: Bool {
    object["draft"] == false && object["enabled"] == true && object["archived"] == false
  }

  var state: String {
    if object["archived"] == true { return "archived" }
    if object["draft"] == true { return "a draft" }
    return object["enabled"] == true ? "live" : "stopped"
  }

  var audience: [Value] { object["audience"]?.items ?? [] }
  var isRepeatable: Bool { delivery["re_eligible"] == true }
  /// How long after it a user may have it again, in seconds; 0 for always.
  var pause: Int { max(0, delivery["re_eligible_after_seconds"]?.integer ?? 0) }
  /// Seconds between what triggers it and its sending.
  var delay: Int { trigger == nil ? 0 : max(0, delivery["delay_seconds"]?.integer ?? 0) }

  /// What it sends, one after the other. Steps of a Canvas that send nothing are passed over.
  var messages: [Members] {
    switch sort {
    case .campaign: [object]
    case .canvas:
      (object["steps"]?.items ?? []).compactMap(\.members).filter { $0["channel"] != nil }
    }
  }

  /// What templates know of it beside the ids of its dispatch.
  func facts(of message: Members, dispatch: String) -> Members {
    switch sort {
    case .campaign:
      [
        "api_id": .string(id), "name": .string(name), "dispatch_id": .string(dispatch),
        "message_name": "Variant 1", "message_api_id": message["message_variation_id"] ?? .null,
      ]
    case .canvas:
      [
        "api_id": .string(id), "name": .string(name), "variant_name": "Variant 1",
        "variant_api_id": object["variant_id"] ?? .null,
      ]
    }
  }
}
