internal import Values

/// A comment as a placeholder leaves it in a text.
///
/// <https://support.zendesk.com/hc/en-us/articles/4408886858138>
///
/// What stands ahead of the comment's own text is open, see `OpenFact.zendeskCommentPlaceholder`.
enum CommentPlaceholder {
  private static let dashes = String(repeating: "-", count: 46)

  /// - Parameter reading: A reading of that fact.
  static func text(_ body: String, author: String, at stamp: String, reading: String) -> String {
    let head = "\(author), \(PlaceholderTime.brief(stamp))"
    return switch reading {
    case "headed": "\(dashes)\n\n\(head)\n\n\(body)"
    case "headed-tightly": "\(dashes)\n\(head)\n\(body)"
    default: body
    }
  }
}
