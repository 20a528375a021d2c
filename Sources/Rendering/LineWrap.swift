/// Breaks long lines at blanks, for a terminal whose width is known.
///
/// What has no blank in it (an address, a URL) stays whole, so that it can be copied.
package struct LineWrap: Sendable {
  /// In columns; nil leaves every line as it is, as a file or a pipe gets it.
  let width: Int?

  package init(width: Int?) {
    self.width = width
  }

  /// `text` with each of its lines broken where it is too long.
  package func text(_ text: String, hanging: Int = 2) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { lines($0, hanging: hanging) }
      .joined(separator: "\n")
  }

  /// `line` in lines that fit.
  ///
  /// - Parameter hanging: How much deeper than the first line the others begin.
  package func lines(_ line: some StringProtocol, hanging: Int = 2) -> [String] {
    guard let width, Columns.count(line) > width else { return [String(line)] }
    let words = line.drop { $0 == " " }.split(separator: " ", omittingEmptySubsequences: false)
    let indent = line.prefix { $0 == " " }.count
    var lines: [String] = []
    var current = String(repeating: " ", count: indent)
    var column = indent
    var gap = 0
    for word in words {
      let length = Columns.count(word)
      guard length > 0 else {
        gap += 1
        continue
      }
      // A sign alone in its line would be torn from what it is about.
      if column + gap + length > width, column > indent + hanging {
        lines.append(current)
        column = indent + hanging
        current = String(repeating: " ", count: column) + word
      } else {
        current += String(repeating: " ", count: gap) + word
        column += gap
      }
      column += length
      gap = 1
    }
    return lines + [current]
  }

  /// `line` cut off where it would need a second one.
  package func cut(_ line: String) -> String {
    guard let width, Columns.count(line) > width else { return line }
    return Columns.prefix(of: line, columns: width - 1) + "…"
  }
}
