internal import Values

/// A content block's attributes as a request gives them, checked against Braze's rules.
///
/// <https://www.braze.com/docs/api/endpoints/templates/content_blocks_templates/post_create_email_content_block>:
/// its texts; that each is a 400, and which comes first, is unconfirmed.
struct ContentBlockDraft {
  private let input: Members
  private let unconfirmed: UnconfirmedBrazeBehaviour

  init(_ input: Members, _ unconfirmed: UnconfirmedBrazeBehaviour) {
    self.input = input
    self.unconfirmed = unconfirmed
  }

  /// The content block that comes of laying these attributes over `old`, or of them alone.
  func complete(over old: Members?, _ state: BrazeState) throws(Refusal) -> Members {
    var block = old ?? ["name": "", "content": "", "state": "active", "tags": []]
    try addName(to: &block, old, state)
    try addDescription(to: &block)
    try addContent(to: &block, isNew: old == nil)
    try addState(to: &block, old)
    try addTags(to: &block, state)
    return block
  }

  private func addName(
    to block: inout Members,
    _ old: Members?,
    _ state: BrazeState
  ) throws(Refusal) {
    if old != nil, input["name"] == nil || input["name"] == old?["name"] { return }
    let name = input["name"]?.scalarText ?? ""
    guard !name.isEmpty else { throw .braze("Content Block name cannot be blank") }
    guard name.count < 100 else {
      throw .braze("Content Block name must be shorter than 100 characters")
    }
    // The letters are ASCII's, hyphens and underscores are taken although the text has them not.
    let isPlain = name.allSatisfy { character in
      character.isASCII
        && (character.isLetter || character.isNumber || character == "-" || character == "_")
    }
    guard isPlain else {
      throw .braze("Content Block name can only contain alphanumeric characters")
    }
    // Archived ones count.
    guard state.contentBlocks.id(of: name) == nil else {
      throw .braze("Content Block with this name already exists")
    }
    guard old?["state"] != "active" || unconfirmed.renamesActiveContentBlocks else {
      throw .braze("Content Block name cannot be updated for active Content Blocks")
    }
    block["name"] = .string(name)
  }

  private func addDescription(to block: inout Members) throws(Refusal) {
    guard let value = input["description"] else { return }
    guard !value.isNull else { throw .braze("Content Block description cannot be blank") }
    guard let text = value.text else {
      throw .braze("Content Block description must be a string")
    }
    guard !text.isEmpty || !unconfirmed.refusesBlankDescriptions else {
      throw .braze("Content Block description cannot be blank")
    }
    guard text.count < 250 else {
      throw .braze("Content Block description must be shorter than 250 characters")
    }
    block["description"] = .string(text)
  }

  private func addContent(to block: inout Members, isNew: Bool) throws(Refusal) {
    guard isNew || input["content"] != nil else { return }
    guard let value = input["content"], !value.isNull, value != "" else {
      throw .braze("Content cannot be blank")
    }
    guard let text = value.text else { throw .braze("Content must be a string") }
    guard text.utf8.count < unconfirmed.contentBlockLimit else {
      throw .braze("Content must be smaller than 50kb")
    }
    guard LiquidBalance.holds(in: text) else {
      throw .braze("Content contains malformed liquid")
    }
    guard !BlockReferences.names(in: text).contains(block["name"]?.text ?? "") else {
      throw .braze("Content Block cannot be referenced within itself")
    }
    block["content"] = value
  }

  private func addState(to block: inout Members, _ old: Members?) throws(Refusal) {
    guard let value = input["state"] else { return }
    guard value == "active" || value == "draft" else {
      throw .braze("Content Block state must be either active or draft")
    }
    guard old?["state"] != "active" || value == "active" else {
      throw .braze(
        "Active Content Block can not be updated to Draft. Create a new Content Block."
      )
    }
    block["state"] = value
  }

  private func addTags(to block: inout Members, _ state: BrazeState) throws(Refusal) {
    guard let value = input["tags"] else { return }
    guard let items = value.items else { throw .braze("Tags must be an array") }
    let names = items.compactMap(\.text)
    guard names.count == items.count else { throw .braze("All tags must be strings") }
    guard names.allSatisfy(state.tags.contains) else {
      throw .braze("Some tags could not be found")
    }
    block["tags"] = value
  }
}
