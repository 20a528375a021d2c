package import Diagnostics

/// Diagnostics for a reader: place, source line with a caret, and what to do.
package struct DiagnosticText: Sendable {
  let palette: Palette
  private let wrap: LineWrap
  /// The most characters of a source line that are shown, the margin before it included.
  private let excerptWidth: Int
  /// The columns beyond which a sentence is hard to follow.
  private static let readableWidth = 100

  /// - Parameter width: The terminal's, in columns; nil where lines are not to be broken.
  package init(palette: Palette, width: Int? = nil) {
    self.palette = palette
    wrap = LineWrap(width: width.map { min($0, Self.readableWidth) })
    excerptWidth = min(width ?? 128, 128)
  }

  /// All of `diagnostics` in reading order, and how many there are.
  package func text(of diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let errors = diagnostics.count(where: \.isError)
    let warnings = diagnostics.count - errors
    let counts = [
      errors == 0 ? nil : "\(errors) error\(errors == 1 ? "" : "s")",
      warnings == 0 ? nil : "\(warnings) warning\(warnings == 1 ? "" : "s")",
    ].compactMap(\.self).joined(separator: ", ")
    return diagnostics.inReadingOrder.map(text(of:)).joined(separator: "\n") + "\n\(counts)\n"
  }

  /// One diagnostic.
  package func text(of diagnostic: Diagnostic) -> String {
    let place = diagnostic.range.map { "\($0.place): " } ?? ""
    let role = diagnostic.isError ? Palette.Role.error : .warning
    let severity = palette.paint(diagnostic.severity.rawValue, role)
    var text = wrap.text("\(place)\(severity): \(diagnostic.summary) [\(diagnostic.code)]") + "\n"
    if let range = diagnostic.range, !diagnostic.concealsLine,
      let excerpt = excerpt(of: range, role)
    {
      text += excerpt
    }
    for line in diagnostic.detail.split(separator: "\n", omittingEmptySubsequences: false) {
      text += wrap.text("  \(ValueText.printable(line))", hanging: 0) + "\n"
    }
    return text
  }

  private func excerpt(of range: SourceRange, _ role: Palette.Role) -> String? {
    guard let line = range.source.line(Int(range.start.line)) else { return nil }
    let scalars = CredentialMask.masked(Array(line.unicodeScalars)).map(Self.printable)
    let start = min(max(0, Int(range.start.column) - 1), scalars.count)
    let isOneLine = range.end.line == range.start.line
    let end = isOneLine ? min(scalars.count, Int(range.end.column) - 1) : scalars.count
    let number = String(range.start.line)
    let room = max(20, excerptWidth - number.count - "   | ".count)
    let first = max(0, min(start - room / 2, scalars.count - room))
    let last = min(scalars.count, first + room)
    let shown = String(String.UnicodeScalarView(scalars[first..<last]))
    let carets = max(1, Columns.count(scalars[start..<max(start, min(end, last))]))
    let margin = String(repeating: " ", count: number.count)
    let gap = String(repeating: " ", count: Columns.count(scalars[first..<start]))
    return "  \(palette.paint("\(number) |", .quiet)) \(shown)\n"
      + "  \(palette.paint("\(margin) |", .quiet)) \(gap)"
      + palette.paint(String(repeating: "^", count: carets), role) + "\n"
  }

  /// A character that a terminal shows in one column and does not act upon.
  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator:
      scalar == "\t" ? " " : "\u{FFFD}"
    default: scalar
    }
  }
}
