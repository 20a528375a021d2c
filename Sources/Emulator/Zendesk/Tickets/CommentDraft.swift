internal import Values

/// A comment that a request brings along.
struct CommentDraft: Sendable {
  var text: CommentText
  /// Nil where the request does not say.
  var isPublic: Bool?
  /// Nil where the request does not say.
  var author: Int?

  private static let limit = 5000

  /// Nil where there is none; a blank one is none, which is unconfirmed.
  ///
  /// - Parameter count: How many comments the ticket has.
  init?(
    _ given: Parameters,
    count: Int,
    _ writing: TicketWriting,
    _ state: ZendeskState,
    _ errors: inout RecordErrors
  ) throws(Refusal) {
    var comment = Parameters(members: [:], path: given.path, action: given.action)
    if let text = given.members["comment"]?.text {
      // That a comment may be a text alone is unconfirmed.
      comment = Parameters(
        members: ["body": .string(text)],
        path: "\(given.path).comment",
        action: given.action
      )
    } else if let object = try given.object("comment") {
      comment = object
    } else if count == 0, let description = try given.text("description") {
      comment = Parameters(
        members: ["body": .string(description)],
        path: given.path,
        action: given.action
      )
    }
    if let html = try comment.text("html_body"), !html.isEmpty {
      text = CommentText(html: html)
    } else {
      let body = try comment.text("body") ?? ""
      text = writing.isInBrowser ? CommentText(typed: body) : CommentText(body: body)
    }
    isPublic = try comment.flag("public")
    // Whether the id may come as text is unconfirmed; integrations that template JSON send it so.
    if let id = try comment.identifier("author_id") {
      author = Int(id)
      if state.users[id]?["active"] != true { errors.invalid("author_id", "Author") }
    }
    guard !text.isBlank else { return nil }
    guard count < Self.limit else {
      errors.add("base", "A ticket can have \(Self.limit) comments at most")
      return nil
    }
  }

  /// As the account keeps it.
  ///
  /// - Parameter audit: The id of the audit it belongs to.
  func comment(
    id: Int,
    ticket: Int,
    audit: Int,
    author: Int,
    isPublic: Bool,
    via: ViaChannel,
    stamp: Value
  ) -> Members {
    [
      "id": .integer(id), "type": "Comment", "author_id": .integer(author),
      "body": .string(text.plain), "html_body": .string(text.html),
      "plain_body": .string(text.plain), "public": .boolean(isPublic), "attachments": [],
      "audit_id": .integer(audit), "via": via.document, "created_at": stamp,
      "metadata": ["system": [:], "custom": [:]], "ticket_id": .integer(ticket),
    ]
  }
}
