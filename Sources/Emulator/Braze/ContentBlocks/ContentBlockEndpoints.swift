internal import HTTPTypes
internal import Values

/// <https://www.braze.com/docs/api/endpoints/templates/content_blocks_templates>
enum ContentBlockEndpoints {
  static let all = [
    BrazeEndpoint(.post, "/content_blocks/create", "content_blocks.create", create),
    BrazeEndpoint(.post, "/content_blocks/update", "content_blocks.update", update),
    BrazeEndpoint(.get, "/content_blocks/list", "content_blocks.list", ContentBlockList.answer),
    BrazeEndpoint(.get, "/content_blocks/info", "content_blocks.info", info),
  ]

  private static func create(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    var block = try ContentBlockDraft(try call.body(), call.unconfirmed).complete(
      over: nil,
      state
    )
    let id = state.identifiers.uuid()
    block["id"] = .string(id)
    // The number that references carry: `| id: 'cb1'`. No content block is ever deleted.
    block["number"] = .integer(state.contentBlocks.count + 1)
    block["archived"] = false
    block["created_at"] = .integer(call.now)
    save(block, id, call, &state)
    return Answer(status: 201, body: receipt(id, state))
  }

  private static func update(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let body = try call.body()
    let id = try known(body["content_block_id"]?.scalarText, call, state)
    let old = state.contentBlocks[id] ?? [:]
    // That archived ones are read-only is documented, what says so is not.
    guard old["archived"] == false else { throw .braze("Content Block has been archived") }
    let block = try ContentBlockDraft(body, call.unconfirmed).complete(over: old, state)
    save(block, id, call, &state)
    return Answer(status: call.unconfirmed.contentBlockUpdateStatus, body: receipt(id, state))
  }

  private static func save(
    _ block: Members,
    _ id: String,
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) {
    var block = block
    block["updated_at"] = .integer(call.now)
    if call.unconfirmed.numbersReferencesOnUpdate {
      block["content"] = .string(state.numberingReferences(in: block["content"]?.text ?? ""))
    }
    state.contentBlocks[id] = block
  }

  private static func receipt(_ id: String, _ state: BrazeState) -> Value {
    let block = state.contentBlocks[id] ?? [:]
    return [
      "content_block_id": .string(id), "liquid_tag": .string(liquidTag(block)),
      "created_at": .string(BrazeTime.precise(block["created_at"]?.integer ?? 0)),
      "message": "success",
    ]
  }

  private static func info(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let id = try known(call.request.query["content_block_id"], call, state)
    let asked = call.request.query["include_inclusion_data"]
    guard asked == nil || asked == "true" || asked == "false" else {
      throw .braze("Include Inclusion Data-error")
    }
    let block = state.contentBlocks[id] ?? [:]
    let users = state.inclusions[block["name"]?.text ?? ""] ?? []
    var shown: Members = [
      "content_block_id": .string(id), "name": block["name"] ?? .null,
      "content": block["content"] ?? .null, "description": block["description"] ?? .null,
      "content_type": .string(contentType(block)), "tags": tags(block, call),
      "created_at": .string(BrazeTime.precise(block["created_at"]?.integer ?? 0)),
      "last_edited": .string(BrazeTime.precise(block["updated_at"]?.integer ?? 0)),
      "inclusion_count": .integer(users.count),
    ]
    if asked == "true" { shown["inclusion_data"] = .list(users.map { .string($0) }) }
    shown["message"] = "success"
    return Answer(body: .object(shown))
  }

  private static func known(
    _ id: String?,
    _ call: BrazeCall,
    _ state: BrazeState
  ) throws(Refusal) -> String {
    guard let id, !id.isEmpty else { throw .braze("Content Block ID cannot be blank") }
    guard state.contentBlocks.contains(id) else {
      throw .braze(
        call.unconfirmed.unknownContentBlockStatus,
        "Content Block ID is invalid for this workspace"
      )
    }
    return id
  }

  static func liquidTag(_ block: Members) -> String {
    "{{content_blocks.${\(block["name"]?.text ?? "")}}}"
  }

  /// `html` where there is a tag; what Braze goes by is unconfirmed.
  static func contentType(_ block: Members) -> String {
    let bytes = Array((block["content"]?.text ?? "").utf8)
    let hasTag = zip(bytes, bytes.dropFirst()).contains { byte, next in
      byte == UInt8(ascii: "<")
        && (next == UInt8(ascii: "!") || next == UInt8(ascii: "/") || next > UInt8(ascii: "@"))
    }
    return hasTag ? "html" : "text"
  }

  static func tags(_ block: Members, _ call: BrazeCall) -> Value {
    let tags = block["tags"]?.items ?? []
    return tags.isEmpty && call.unconfirmed.readsNoTagsAsNull ? .null : .list(tags)
  }
}
