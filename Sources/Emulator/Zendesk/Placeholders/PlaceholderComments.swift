internal import Values

/// A ticket's comments as placeholders show them.
///
/// To a webhook all of them come as unformatted text, whatever their names say of HTML.
struct PlaceholderComments {
  private let data: PlaceholderData
  private let template: PlaceholderTemplate
  /// The newest first.
  private let comments: [Members]

  init(_ data: PlaceholderData, for template: PlaceholderTemplate) {
    self.data = data
    self.template = template
    comments = data.state.comments(of: data.moment.id).reversed()
  }

  /// What is not asked for is not put together: a ticket may have thousands of comments.
  var members: Members {
    var shown: Members = [:]
    func add(_ name: String, _ value: () -> Value) {
      if template.mentions(name) { shown[name] = value() }
    }
    func isPublic(_ comment: Members) -> Bool { comment["public"] == true }
    add("comments") { .list(comments.map { .object(parts(of: $0)) }) }
    add("public_comments") { .list(comments.filter(isPublic).map { .object(parts(of: $0)) }) }
    add("comments_formatted") { headed(comments) }
    add("public_comments_formatted") { headed(comments.filter(isPublic)) }
    // The description is the first comment, with its head unless it is asked for verbatim.
    add("description") { shownText(comments.last, data.commentReading) }
    add("verbatim_description") { shownText(comments.last, "bare") }
    let latest = [
      ("latest_comment", comments.first),
      ("latest_public_comment", comments.first(where: isPublic)),
    ]
    for (name, comment) in latest {
      add(name) { shownText(comment, "bare") }
      if template.mentions(name) {
        shown[name + PlaceholderTemplate.suffix] = .object(comment.map { parts(of: $0) } ?? [:])
      }
      add("\(name)_html") { shownText(comment, data.commentReading) }
      add("\(name)_rich") { shownText(comment, data.commentReading) }
      add("\(name)_formatted") { shownText(comment, "headed") }
    }
    return shown
  }

  private func shownText(_ comment: Members?, _ reading: String) -> Value {
    comment.map { .string(text($0, reading)) } ?? .null
  }

  private func headed(_ list: [Members]) -> Value {
    .string(list.map { text($0, "headed") }.joined(separator: "\n\n"))
  }

  private func text(_ comment: Members, _ reading: String) -> String {
    CommentPlaceholder.text(
      body(of: comment),
      author: author(of: comment)["name"]?.text ?? "",
      at: comment["created_at"]?.text ?? "",
      reading: reading
    )
  }

  private func body(of comment: Members) -> String {
    comment["plain_body"]?.text ?? comment["body"]?.text ?? ""
  }

  private func author(of comment: Members) -> Value {
    PlaceholderPeople(state: data.state).user(comment["author_id"]?.integer)
  }

  private func parts(of comment: Members) -> Members {
    let attachments = (comment["attachments"]?.items ?? []).map { file -> Value in
      ["filename": file["file_name"] ?? .null, "url": file["content_url"] ?? .null]
    }
    let members: Members = [
      "id": comment["id"] ?? .null, "author": author(of: comment),
      "is_public": comment["public"] ?? .null, "value": .string(body(of: comment)),
      "attachments": .list(attachments),
    ]
    return members.merging(PlaceholderTime.members("created_at", comment["created_at"]))
  }
}
