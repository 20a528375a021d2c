internal import Values

/// Content blocks as the dashboard changes them.
///
/// <https://www.braze.com/docs/user_guide/messaging/design_and_edit/content_blocks>
enum DashboardBlocks {
  private static let shape = DoorShape.members([
    .optional("archived", .flag), .optional("content", .words), .optional("description", .freeText),
    .optional("tags", .list(.words)),
  ])

  static func shown(_ id: String, _ state: BrazeState) -> Value {
    var shown = state.contentBlocks[id] ?? [:]
    for name in ["created_at", "updated_at"] {
      shown[name] = .string(BrazeTime.precise(shown[name]?.integer ?? 0))
    }
    return .object(shown)
  }

  /// Only what no message uses can be archived, and what is archived is read-only.
  static func change(
    _ id: String,
    _ visit: DoorVisit,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    try shape.check(visit.body)
    var block = state.contentBlocks[id] ?? [:]
    let isArchived = visit.body["archived"] ?? block["archived"] ?? false
    let edits = (visit.body.members ?? [:]).filter { name, _ in name != "archived" }
    guard edits.isEmpty || isArchived == false else {
      throw EmulatorDoor.mistake("an archived content block is read-only")
    }
    let users = state.inclusions[block["name"]?.text ?? ""] ?? []
    guard isArchived == block["archived"] || isArchived == false || users.isEmpty else {
      throw EmulatorDoor.mistake("archived: \(users.count) messages use it")
    }
    block = block.merging(edits)
    block["archived"] = isArchived
    if let content = edits["content"]?.text {
      guard content.utf8.count < visit.unconfirmed.contentBlockLimit else {
        throw EmulatorDoor.mistake("content: must be smaller than 50 kB")
      }
      guard LiquidBalance.holds(in: content) else {
        throw EmulatorDoor.mistake("content: is malformed Liquid")
      }
      block["content"] = .string(state.numberingReferences(in: content))
    }
    state.addTags((edits["tags"]?.items ?? []).compactMap(\.text))
    block["updated_at"] = .integer(visit.now)
    state.contentBlocks[id] = block
    return Answer(body: shown(id, state))
  }
}
