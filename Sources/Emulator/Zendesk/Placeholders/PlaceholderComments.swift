internal import Values

/// A ticket's comments as placeholders show them.
///
/// To a webhook all of them come as unformatted text, whatever their names say of HTML.
struct PlaceholderComments {
  private let data: PlaceholderData
  /// The newest first.
  private let comments: [Members]

  init(_ data: PlaceholderData) {
    self.data = data
    comments = data.state.comments(of: data.moment.id).reversed()
  }

  var members: Members {
    let isPublic = { (comment: Members) in comment["public"] == true }
    let visible = comments.filter(isPublic)
    let first = comments.last.map { [$0] } ?? []
    var shown: Members = [
      "comments": .list(comments.map { .object(parts(of: $0)) }),
      "public_comments": .list(visible.map { .object(parts(of: $0)) }),
      "comments_formatted": headed(comments), "public_comments_formatted": headed(visible),
      // The description is the first comment, with its head unless it is asked for verbatim.
      "description": latest(first, reading: data.commentReading),
      "verbatim_description": latest(first, reading: "bare"),
    ]
    for (name, list) in [("latest_comment", comments), ("latest_public_comment", visible)] {
      shown[name] = latest(list, reading: "bare")
      shown[name + PlaceholderTemplate.suffix] = list.first.map { .object(parts(of: $0)) } ?? [:]
      shown["\(name)_html"] = latest(list, reading: data.commentReading)
      shown["\(name)_rich"] = latest(list, reading: data.commentReading)
      shown["\(name)_formatted"] = latest(list, reading: "headed")
    }
    return shown
  }

  private func latest(_ list: [Members], reading: String) -> Value {
    list.first.map { .string(text($0, reading)) } ?? .null
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
