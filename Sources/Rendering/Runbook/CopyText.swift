/// Text that a person copies out of a report.
enum CopyText {
  /// The longest text that stands in a line with what it is the value of.
  private static let lineLimit = 72

  /// Whether `text` can stand in a line and be copied from there as it is.
  static func fitsLine(_ text: String) -> Bool {
    text.count <= lineLimit && !text.contains(where: \.isNewline) && text.first != " "
      && text.last != " " && isWhole(text)
  }

  /// Whether everything in `text` can be shown.
  static func isWhole(_ text: String) -> Bool { !text.unicodeScalars.contains(where: isActive) }

  /// `text` without what a terminal would act upon, or what turns the order of letters around.
  static func shown(_ text: String) -> String {
    guard !isWhole(text) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isActive($0) ? "\u{FFFD}" : $0 })
    )
  }

  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\t": false
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
    default: scalar.properties.generalCategory == .control
    }
  }
}
