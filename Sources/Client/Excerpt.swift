/// Makes one short line of whatever a server sent, fit for a message.
package enum Excerpt {
  /// The most characters of a line.
  package static let limit = 300

  /// `text` on one line: runs of blanks and control characters as one blank, cut at the limit.
  package static func line(_ text: String) -> String {
    let words = text.split { $0.isWhitespace || $0.unicodeScalars.allSatisfy(isControl) }
    let line = words.joined(separator: " ")
    return line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }

  /// The readable beginning of `body`: of HTML what stands between the tags.
  package static func text(of body: [UInt8]) -> String {
    let text = String(decoding: body.prefix(16384), as: UTF8.self)
    guard text.first(where: { !$0.isWhitespace }) == "<" else { return text }
    var visible = ""
    var isInTag = false
    for character in text {
      switch character {
      case "<": isInTag = true
      case ">" where isInTag:
        isInTag = false
        visible += " "
      default: if !isInTag { visible.append(character) }
      }
    }
    return visible.contains { !$0.isWhitespace } ? visible : text
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }
}
