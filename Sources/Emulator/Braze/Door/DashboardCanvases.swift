internal import Values

/// Canvases as the dashboard's builder makes them: one variant, whose steps follow each other.
///
/// <https://www.braze.com/docs/user_guide/messaging/canvas>
struct DashboardCanvases: DashboardCollection {
  let path = "canvases"
  var table: BrazeTablePath { \.canvases }

  let defaults: Members = [
    "tags": [], "draft": false, "enabled": true, "archived": false, "steps": [],
    "re_eligible": false,
  ]

  private static let step: [DoorShape.Member] =
    [
      .required("name", .words), .required("type", .words),
      .optional("channel", .choice(DashboardMessage.channels)),
    ] + DashboardMessage.members

  /// What the emulator adds to a step and a client may send back.
  private static let added: [DoorShape.Member] = [
    .optional("id", .uuid), .optional("message_variation_id", .uuid),
  ]

  let members: [DoorShape.Member] = [
    .optional("id", .uuid), .required("name", .words), .optional("description", .freeText),
    .optional("tags", .list(.words)), .optional("draft", .flag), .optional("enabled", .flag),
    .optional("archived", .flag), .required("schedule_type", .words),
    .optional("entry", .anything), .optional("steps", .list(.members(step + added))),
    .optional("re_eligible", .flag), .optional("audience", .list(.anything)),
  ]

  func settle(
    _ object: inout Members,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal) {
    if object["variant_id"] == nil { object["variant_id"] = .string(state.identifiers.uuid()) }
    let old = object["id"]?.text.flatMap { state.canvases[$0]?["steps"]?.items } ?? []
    var steps: [Value] = []
    for (index, item) in (object["steps"]?.items ?? []).enumerated() {
      var step = item.members ?? [:]
      // A step that keeps its name keeps its ids.
      let same = old.first { $0["name"] == step["name"] }
      for name in ["id", "message_variation_id"] where step[name] == nil {
        step[name] = same?[name]
      }
      if step["id"] == nil { step["id"] = .string(state.identifiers.uuid()) }
      if step["channel"] != nil {
        try DashboardMessage.settle(
          &step,
          isComplete: object["draft"] == false,
          at: "steps[\(index)].",
          visit,
          &state
        )
      }
      steps.append(.object(step))
    }
    object["steps"] = .list(steps)
    state.addTags((object["tags"]?.items ?? []).compactMap(\.text))
  }
}
