internal import Diagnostics

/// Hides what looks like a credential in a line of source, so that a message does not repeat it.
enum CredentialMask {
  /// `line` with an asterisk for each character of such a value, so that columns stay.
  ///
  /// `!env NAME` names a variable and is shown, as long as it looks like one.
  static func masked(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var masked = line
    var word: [Unicode.Scalar] = []
    var depth = 0
    for (index, scalar) in line.enumerated() {
      switch scalar {
      case ":" where isEndOfKey(index, in: line):
        if CredentialName.suggestsCredential(String(String.UnicodeScalarView(word))) {
          hideValue(in: &masked, after: index, isInFlow: depth > 0)
        }
        word = []
      case "{", "[":
        depth += 1
        word = []
      case "}", "]":
        depth -= 1
        word = []
      case " ", ",": word = []
      // A key in quotes is called the same.
      case "\"", "'": break
      default: word.append(scalar)
      }
    }
    return masked
  }

  private static func isEndOfKey(_ colon: Int, in line: [Unicode.Scalar]) -> Bool {
    colon + 1 == line.count || line[colon + 1] == " "
      || colon > 0 && (line[colon - 1] == "\"" || line[colon - 1] == "'")
  }

  private static func hideValue(in line: inout [Unicode.Scalar], after colon: Int, isInFlow: Bool) {
    guard let start = line[(colon + 1)...].firstIndex(where: { $0 != " " }) else { return }
    let value = line[start...]
    guard !isMapping(value), !isVariable(value) else { return }
    let end = isInFlow ? endInFlow(value) : line.endIndex
    for index in start..<end where line[index] != " " { line[index] = "*" }
  }

  /// Where a value ends that others may follow.
  private static func endInFlow(_ value: ArraySlice<Unicode.Scalar>) -> Int {
    guard let quote = value.first, quote == "\"" || quote == "'" else {
      return value.firstIndex { $0 == "," || $0 == "}" || $0 == "]" } ?? value.endIndex
    }
    var isEscaped = false
    for index in value.indices.dropFirst() {
      if isEscaped {
        isEscaped = false
      } else if value[index] == "\\", quote == "\"" {
        isEscaped = true
      } else if value[index] == quote {
        // Twice is one of the text.
        guard quote == "'", index + 1 < value.endIndex, value[index + 1] == quote else {
          return index + 1
        }
        isEscaped = true
      }
    }
    return value.endIndex
  }

  /// A mapping, on this line or the next ones, has keys of its own.
  private static func isMapping(_ value: ArraySlice<Unicode.Scalar>) -> Bool {
    if value.first == "{" { return true }
    let words = words(value)
    guard let tag = words.first, ["!bearer", "!basic"].contains(tag) else { return false }
    return words.count == 1 || words[1].hasPrefix("{")
  }

  /// `!env NAME` in capitals, as the names of variables are written.
  private static func isVariable(_ value: ArraySlice<Unicode.Scalar>) -> Bool {
    let words = words(value)
    guard words.count >= 2, words[0] == "!env" else { return false }
    let name = words[1].unicodeScalars
    let rest = name.drop { scalar in
      ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
    }
    guard rest.startIndex > name.startIndex else { return false }
    if let sign = rest.first { return ",}]".unicodeScalars.contains(sign) }
    return words.count == 2
      || "#,}]".unicodeScalars.contains { words[2].unicodeScalars.first == $0 }
  }

  private static func words(_ value: ArraySlice<Unicode.Scalar>) -> [Substring] {
    String(String.UnicodeScalarView(value)).split(separator: " ")
  }
}
