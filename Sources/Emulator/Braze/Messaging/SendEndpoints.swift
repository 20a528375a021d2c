internal import HTTPTypes
internal import Values

/// <https://www.braze.com/docs/api/endpoints/messaging/send_messages>
enum SendEndpoints {
  static let all = [
    BrazeEndpoint(
      .post,
      "/campaigns/trigger/send",
      "campaigns.trigger.send",
      pool: .broadcasts,
      campaign
    ),
    BrazeEndpoint(
      .post,
      "/canvas/trigger/send",
      "canvas.trigger.send",
      pool: .broadcasts,
      canvas
    ),
  ]

  private static func campaign(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let body = try call.body()
    guard let id = body["campaign_id"]?.text, let campaign = state.campaigns[id],
      campaign["delivery"]?["type"] == "api_triggered", isLive(campaign)
    else { throw .invalidCampaign }
    let request = try SendRequest(body, properties: ["trigger_properties"])
    return request.accept(Journey(campaign: campaign), call, &state)
  }

  private static func canvas(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let body = try call.body()
    guard let id = body["canvas_id"]?.text, let canvas = state.canvases[id],
      canvas["schedule_type"] == "api_triggered", isLive(canvas)
    else { throw .invalidCanvas }
    let request = try SendRequest(body, properties: ["context", "canvas_entry_properties"])
    return request.accept(Journey(canvas: canvas), call, &state)
  }

  private static func isLive(_ object: Members) -> Bool {
    object["draft"] == false && object["enabled"] == true && object["archived"] == false
  }
}
