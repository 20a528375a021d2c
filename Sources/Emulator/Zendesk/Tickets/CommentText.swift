internal import Values

/// What a comment says, as text and as HTML.
///
/// <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#bodies>
///
/// Markdown stays as it is written.
struct CommentText: Sendable, Hashable {
  private(set) var plain: String
  private(set) var html: String

  /// 64 kB; what is longer is cut, and nobody is told.
  private static let limit = 65_536

  /// A `body` as the API takes it: without what looks like a tag, and with runs of blanks and of line
  /// breaks as one.
  init(body: String) {
    self.init(typed: Self.compacted(HTMLText.withoutTags(HTMLText.withPlainBreaks(body))))
  }

  /// What an agent types, which stays as it is.
  init(typed: String) {
    plain = Self.cut(HTMLText.withPlainBreaks(typed))
    html = Self.comment(Self.paragraphs(plain))
  }

  init(html source: String) {
    let source = Self.cut(source)
    plain = HTMLText.plain(source)
    html = Self.comment(source)
  }

  var isBlank: Bool { plain.allSatisfy(\.isWhitespace) }

  private static func comment(_ html: String) -> String {
    "<div class=\"zd-comment\" dir=\"auto\">\(html)</div>"
  }

  private static func paragraphs(_ text: String) -> String {
    var paragraphs: [[String]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(HTMLText.escaped(String(line)))
      }
    }
    return paragraphs.filter { !$0.isEmpty }
      .map { "<p dir=\"auto\">\($0.joined(separator: "<br>"))</p>" }
      .joined()
  }

  private static func compacted(_ text: String) -> String {
    var output = ""
    var last: Character?
    for character in text {
      if character == last, character == " " || character == "\n" { continue }
      output.append(character)
      last = character
    }
    return output
  }

  /// The longest beginning of whole characters that is not too long.
  private static func cut(_ text: String) -> String {
    guard text.utf8.count > limit else { return text }
    var count = 0
    return String(
      text.prefix { character in
        count += character.utf8.count
        return count <= limit
      }
    )
  }
}
