/// Text out of HTML, and into it.
///
/// It reads what mail programs, editors and integrations write, not every page of the web.
enum HTMLText {
  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]
  /// Elements that stand on lines of their own.
  private static let blocks: Set = [
    "p", "div", "li", "ul", "ol", "tr", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5",
    "h6",
  ]
  /// Elements whose content nobody reads.
  private static let hidden: Set = ["script", "style"]
  private static let longestEntity = 10

  static func escaped(_ text: String) -> String {
    var output = ""
    for character in text {
      switch character {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      default: output.append(character)
      }
    }
    return output
  }

  /// `text` with the line breaks of every system as `\n`.
  static func withPlainBreaks(_ text: String) -> String {
    String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }

  /// `text` without its tags, everything else as it is.
  static func withoutTags(_ text: String) -> String {
    var output = ""
    var rest = text[...]
    while let character = rest.first {
      if let tag = Tag(rest) {
        rest = rest[tag.end...]
      } else {
        output.append(character)
        rest.removeFirst()
      }
    }
    return output
  }

  /// What a reader of the HTML sees.
  static func plain(_ html: String) -> String {
    var output = ""
    var rest = withPlainBreaks(html)[...]
    while let character = rest.first {
      if let tag = Tag(rest) {
        rest = rest[tag.end...]
        if hidden.contains(tag.name), !tag.isEnd { skip(to: tag.name, &rest) }
        if tag.name == "br" { output += "\n" }
        if blocks.contains(tag.name) { endLine(&output) }
      } else if character == "&", let (text, end) = entity(rest) {
        output += text
        rest = rest[end...]
      } else {
        appendText(character, to: &output)
        rest.removeFirst()
      }
    }
    while output.last?.isNewline == true || output.last == " " { output.removeLast() }
    return output
  }

  /// Blanks and line breaks between words are one blank.
  private static func appendText(_ character: Character, to output: inout String) {
    guard character == " " || character == "\n" || character == "\t" else {
      output.append(character)
      return
    }
    guard let last = output.last, last != " ", last != "\n" else { return }
    output.append(" ")
  }

  private static func endLine(_ output: inout String) {
    while output.last == " " { output.removeLast() }
    guard let last = output.last, last != "\n" else { return }
    output.append("\n")
  }

  private static func skip(to name: String, _ rest: inout Substring) {
    while !rest.isEmpty {
      if let tag = Tag(rest), tag.isEnd, tag.name == name {
        rest = rest[tag.end...]
        return
      }
      rest.removeFirst()
    }
  }

  private static func entity(_ rest: Substring) -> (String, Substring.Index)? {
    let head = rest.dropFirst().prefix(longestEntity)
    guard let end = head.firstIndex(of: ";") else { return nil }
    let name = head[..<end]
    let after = rest.index(after: end)
    if let text = entities[String(name)] { return (text, after) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap { Unicode.Scalar($0) }.map { (String(Character($0)), after) }
  }

  /// A tag at the beginning of a text.
  private struct Tag {
    var name: String
    var isEnd: Bool
    var end: Substring.Index

    init?(_ text: Substring) {
      guard text.first == "<" else { return nil }
      var head = text.dropFirst()
      isEnd = head.first == "/"
      if isEnd { head.removeFirst() }
      // A `<` within would be another tag's: looking no further keeps long texts cheap.
      guard head.first?.isLetter == true,
        let close = head.firstIndex(where: { $0 == ">" || $0 == "<" }), head[close] == ">"
      else { return nil }
      name = head.prefix { $0.isLetter || $0.isNumber }.lowercased()
      end = text.index(after: close)
    }
  }
}
