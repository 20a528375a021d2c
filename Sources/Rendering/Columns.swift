/// How much room text takes on a terminal.
enum Columns {
  /// The columns that `text` takes; sequences that set colours take none.
  static func count(_ text: some StringProtocol) -> Int {
    var reader = Reader()
    return text.unicodeScalars.reduce(0) { $0 + reader.columns(of: $1) }
  }

  /// The columns that `scalars` take.
  static func count(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + width(of: $1) }
  }

  /// As much of `text` as fits into `columns`, with every sequence that sets a colour.
  static func prefix(of text: String, columns: Int) -> String {
    var reader = Reader()
    var left = columns
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let wasEscape = reader.isEscape
      left -= reader.columns(of: scalar)
      if left >= 0 || wasEscape || reader.isEscape { kept.append(scalar) }
    }
    return String(kept)
  }

  /// Follows a text through the sequences in it that set colours.
  private struct Reader {
    private(set) var isEscape = false

    mutating func columns(of scalar: Unicode.Scalar) -> Int {
      if isEscape {
        isEscape = scalar != "m"
        return 0
      }
      isEscape = scalar == "\u{1B}"
      return isEscape ? 0 : Columns.width(of: scalar)
    }
  }

  /// By Unicode's East Asian Width, in its broad lines: https://www.unicode.org/reports/tr11/
  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
