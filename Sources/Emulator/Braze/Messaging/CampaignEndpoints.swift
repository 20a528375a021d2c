internal import HTTPTypes
internal import Values

/// <https://www.braze.com/docs/api/endpoints/export/campaigns>
enum CampaignEndpoints {
  static let all = [
    BrazeEndpoint(.get, "/campaigns/list", "campaigns.list", list),
    BrazeEndpoint(.get, "/campaigns/details", "campaigns.details", details),
    BrazeEndpoint(
      .post,
      "/campaigns/duplicate",
      "campaigns.duplicate",
      pool: .duplicates,
      CampaignCopies.order
    ),
  ]

  /// Names are not unique. An API-triggered campaign is no "API campaign", which is one whose
  /// messages come with the request.
  private static func list(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let page = try MessagingList(call).page(of: state.campaigns)
    let campaigns = page.map { campaign -> Value in
      [
        "id": campaign["id"] ?? .null,
        "last_edited": .string(BrazeTime.withOffset(campaign["updated_at"]?.integer ?? 0)),
        "name": campaign["name"] ?? .null, "is_api_campaign": false,
        "tags": campaign["tags"] ?? [],
      ]
    }
    return Answer(body: ["message": "success", "campaigns": .list(campaigns)])
  }

  private static func details(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    guard let campaign = call.request.query["campaign_id"].flatMap({ state.campaigns[$0] }) else {
      throw .invalidCampaign
    }
    let delivery = campaign["delivery"]?["type"]?.text ?? ""
    let type = call.unconfirmed.scheduleTypes[delivery] ?? delivery
    return Answer(body: [
      "message": "success",
      "created_at": .string(BrazeTime.withOffset(campaign["created_at"]?.integer ?? 0)),
      "updated_at": .string(BrazeTime.withOffset(campaign["updated_at"]?.integer ?? 0)),
      "archived": campaign["archived"] ?? false, "draft": campaign["draft"] ?? false,
      "enabled": campaign["enabled"] ?? false, "has_post_launch_draft": false,
      "name": campaign["name"] ?? .null, "description": campaign["description"] ?? "",
      "schedule_type": .string(type), "channels": .list([campaign["channel"] ?? .null]),
      "first_sent": moment(campaign["first_sent"]), "last_sent": moment(campaign["last_sent"]),
      "tags": campaign["tags"] ?? [], "teams": [],
      "messages": BrazeMessage.messages(of: campaign, call.unconfirmed),
      "conversion_behaviors": [],
    ])
  }

  /// What is there of a message that was never sent is unconfirmed.
  private static func moment(_ value: Value?) -> Value {
    (value?.integer).map { .string(BrazeTime.withOffset($0)) } ?? .null
  }
}

extension Refusal {
  /// The name that the documents have for it; the text of the real answer is unconfirmed.
  static let invalidCampaign = braze("Invalid Campaign ID")
}
