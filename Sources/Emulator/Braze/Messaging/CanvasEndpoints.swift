internal import HTTPTypes
internal import Values

/// <https://www.braze.com/docs/api/endpoints/export/canvas>
enum CanvasEndpoints {
  static let all = [
    BrazeEndpoint(.get, "/canvas/list", "canvas.list", list),
    BrazeEndpoint(.get, "/canvas/details", "canvas.details", details),
  ]

  private static func list(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let page = try MessagingList(call).page(of: state.canvases)
    let canvases = page.map { canvas -> Value in
      [
        "id": canvas["id"] ?? .null,
        "last_edited": .string(BrazeTime.withOffset(canvas["updated_at"]?.integer ?? 0)),
        "name": canvas["name"] ?? .null, "tags": canvas["tags"] ?? [],
      ]
    }
    return Answer(body: ["message": "success", "canvases": .list(canvases)])
  }

  private static func details(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    guard let canvas = call.request.query["canvas_id"].flatMap({ state.canvases[$0] }) else {
      throw .invalidCanvas
    }
    let steps = canvas["steps"]?.items ?? []
    var channels: [Value] = []
    for step in steps {
      if let channel = step["channel"], !channels.contains(channel) { channels.append(channel) }
    }
    return Answer(body: [
      "created_at": .string(BrazeTime.withOffset(canvas["created_at"]?.integer ?? 0)),
      "updated_at": .string(BrazeTime.withOffset(canvas["updated_at"]?.integer ?? 0)),
      "name": canvas["name"] ?? .null, "description": canvas["description"] ?? "",
      "archived": canvas["archived"] ?? false, "draft": canvas["draft"] ?? false,
      "enabled": canvas["enabled"] ?? false, "has_post_launch_draft": false,
      "schedule_type": canvas["schedule_type"] ?? .null, "first_entry": .null,
      "last_entry": .null, "channels": .list(channels), "variants": variants(canvas, steps),
      "tags": canvas["tags"] ?? [], "teams": [],
      "steps": .list(
        steps.indices.map { index in
          self.step(steps[index], next: steps.dropFirst(index + 1).first, call.unconfirmed)
        }
      ),
      "message": "success",
    ])
  }

  /// One, as the door knows no more.
  private static func variants(_ canvas: Members, _ steps: [Value]) -> Value {
    [
      [
        "name": "Variant 1", "id": canvas["variant_id"] ?? .null,
        "first_step_ids": .list(steps.prefix(1).compactMap { $0["id"] }),
      ]
    ]
  }

  /// The steps follow each other in the order in which they were written.
  private static func step(
    _ step: Value,
    next: Value?,
    _ unconfirmed: UnconfirmedBrazeBehaviour
  ) -> Value {
    let next = [next?["id"]].compactMap { $0 }
    return [
      "name": step["name"] ?? .null, "type": step["type"] ?? .null, "id": step["id"] ?? .null,
      "next_step_ids": .list(next),
      "next_paths": .list(next.map { ["name": "Default", "next_step_id": $0] }),
      "channels": .list([step["channel"]].compactMap { $0 }),
      "messages": BrazeMessage.messages(of: step.members ?? [:], unconfirmed),
    ]
  }
}

extension Refusal {
  /// After the campaigns' one, and unconfirmed like it.
  static let invalidCanvas = braze("Invalid Canvas ID")
}
