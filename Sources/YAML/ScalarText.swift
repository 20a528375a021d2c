internal import Values

/// A scalar as it is written in YAML: plain where that reads back as the same value, a literal block
/// where it has several lines, else in quotes.
struct ScalarText {
  let text: String

  /// `indentation` is for the lines of a literal block; `isTagged` says that a tag stands before it.
  init(_ value: Value, isTagged: Bool, indentation: String) {
    switch value {
    case .null: text = "null"
    case .boolean(let boolean): text = boolean ? "true" : "false"
    case .integer(let integer): text = String(integer)
    case .decimal(let digits):
      let isReadBack = Scalar(text: digits, style: .plain).value == value
      text = isReadBack ? digits : Self.quoted(digits)
    case .string(let string):
      text = Self.literal(string, indentation: indentation) ?? Self(inLine: string).text
    case .list: text = "[]"
    case .object: text = "{}"
    case .reference(let reference):
      text = Self.tagged("!ref", reference.address, isTagged) ?? Self.quoted(reference.placeholder)
    case .format(let pieces):
      let template = pieces.map { piece in
        switch piece {
        case .text(let text): text
        case .reference(let reference): "{\(reference.address)}"
        }
      }
      text = isTagged ? Self.quoted(pieces.displayed) : "!format " + Self.quoted(template.joined())
    case .json(let value): text = Self.quoted(value.json(.compact))
    case .secret(let secret): text = secret.description
    }
  }

  /// `string` on one line, as a key must be.
  init(inLine string: String) {
    if Self.isPlain(string) {
      text = string
    } else if Self.isSingleQuoted(string) {
      text = "'\(string)'"
    } else {
      text = Self.quoted(string)
    }
  }

  private static func tagged(_ tag: String, _ text: String, _ isTagged: Bool) -> String? {
    isTagged ? nil : tag + " " + Self(inLine: text).text
  }

  private static let indicators: Set<Unicode.Scalar> = [
    "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`",
  ]

  private static func isPlain(_ string: String) -> Bool {
    let scalars = string.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return false }
    guard first != " ", last != " ", last != ":", !indicators.contains(first) else { return false }
    guard scalars.allSatisfy(isPrintable), string != "<<" else { return false }
    var previous = first
    for scalar in scalars {
      if scalar == " ", previous == ":" { return false }
      if scalar == "#", previous == " " { return false }
      previous = scalar
    }
    guard !scalars.starts(with: "...".unicodeScalars) else { return false }
    return Scalar(text: string, style: .plain).value == .string(string)
  }

  /// Where double quotes would need escapes and single ones do not.
  private static func isSingleQuoted(_ string: String) -> Bool {
    let scalars = string.unicodeScalars
    guard scalars.contains(where: { $0 == "\"" || $0 == "\\" }) else { return false }
    return scalars.allSatisfy { $0 != "'" && isPrintable($0) }
  }

  private static func literal(_ string: String, indentation: String) -> String? {
    let scalars = string.unicodeScalars
    guard scalars.contains("\n"), scalars.contains(where: { $0 != "\n" }) else { return nil }
    guard scalars.allSatisfy({ $0 == "\n" || $0 == "\t" || isPrintable($0) }) else { return nil }
    var lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
    let chomping: String
    if lines.last?.isEmpty == true {
      lines.removeLast()
      chomping = lines.last?.isEmpty == true ? "+" : ""
    } else {
      chomping = "-"
    }
    // A blank at the beginning would be taken for indentation.
    let first = lines.first { !$0.isEmpty }?.first
    var text = "|" + (first == " " || first == "\t" ? "2" : "") + chomping
    for line in lines { text += "\n" + (line.isEmpty ? "" : indentation + String(line)) }
    return text
  }

  private static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where isPrintable(scalar): text.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return text + "\""
  }

  /// Whether YAML 1.2 allows the character outside escapes and no reader takes it for a line break.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{20}"..."\u{7E}", "\u{A0}"..."\u{2027}", "\u{202A}"..."\u{FEFE}",
      "\u{FF00}"..."\u{FFFD}", "\u{10000}"...:
      true
    default: false
    }
  }
}
