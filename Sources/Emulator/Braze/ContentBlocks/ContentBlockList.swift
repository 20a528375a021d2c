internal import Values

/// <https://www.braze.com/docs/api/endpoints/templates/content_blocks_templates/get_list_email_content_blocks>
enum ContentBlockList {
  private static let usualLimit = 100
  private static let greatestLimit = 1_000

  static func answer(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let span = try span(call)
    let limit = try limit(call)
    let offset = try offset(call)
    let matching = state.contentBlocks.objects.filter { block in
      (block["archived"] == false || call.unconfirmed.listsArchivedContentBlocks)
        && span.contains(block["updated_at"]?.integer ?? 0)
    }
    let page = matching.dropFirst(offset).prefix(limit)
    let inclusions = state.inclusions
    let count = call.unconfirmed.countsBeyondThePage ? matching.count : page.count
    return Answer(body: [
      "count": .integer(count),
      "content_blocks": .list(page.map { entry($0, inclusions, call) }), "message": "success",
    ])
  }

  private static func entry(
    _ block: Members,
    _ inclusions: [String: [String]],
    _ call: BrazeCall
  ) -> Value {
    let users = inclusions[block["name"]?.text ?? ""] ?? []
    return [
      "content_block_id": block["id"] ?? .null, "name": block["name"] ?? .null,
      "content_type": .string(ContentBlockEndpoints.contentType(block)),
      "liquid_tag": .string(ContentBlockEndpoints.liquidTag(block)),
      "inclusion_count": .integer(users.count),
      "created_at": .string(BrazeTime.precise(block["created_at"]?.integer ?? 0)),
      "last_edited": .string(BrazeTime.precise(block["updated_at"]?.integer ?? 0)),
      "tags": ContentBlockEndpoints.tags(block, call),
    ]
  }

  /// That both ends belong to it is unconfirmed.
  private static func span(_ call: BrazeCall) throws(Refusal) -> ClosedRange<Int> {
    let after = try time("modified_after", "Modified after time is invalid", call) ?? .min
    let before = try time("modified_before", "Modified before time is invalid", call) ?? .max
    guard after <= before else {
      throw .braze(
        "Modified after time must be earlier than or the same as modified before time."
      )
    }
    return after...before
  }

  private static func time(
    _ name: String,
    _ mistake: String,
    _ call: BrazeCall
  ) throws(Refusal) -> Int? {
    guard let text = call.request.query[name] else { return nil }
    guard let seconds = BrazeTime.seconds(text) else { throw .braze(mistake) }
    return seconds
  }

  private static func limit(_ call: BrazeCall) throws(Refusal) -> Int {
    guard let text = call.request.query["limit"] else { return usualLimit }
    guard let limit = Int(text) else { throw .braze("Content Block number limit is invalid") }
    guard limit > 0 else { throw .braze("Content Block number limit must be greater than 0") }
    guard limit <= greatestLimit else {
      throw .braze("Content Block number limit exceeds maximum of 1000")
    }
    return limit
  }

  /// An offset of zero is refused, odd as it is: the first page has none.
  private static func offset(_ call: BrazeCall) throws(Refusal) -> Int {
    guard let text = call.request.query["offset"] else { return 0 }
    guard let offset = Int(text) else { throw .braze("Offset is invalid") }
    guard offset > 0 else { throw .braze("Offset must be greater than 0.") }
    return offset
  }
}
