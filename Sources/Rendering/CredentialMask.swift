/// Hides what looks like a credential in a line of source, so that a message does not repeat it.
enum CredentialMask {
  /// Parts of the names of keys whose values are not to be shown, whatever is wrong with the line.
  private static let suspects = [
    "tok", "secret", "passw", "api_key", "apikey", "credential", "authorization",
  ]

  /// `line` with an asterisk for each character of such a value, so that columns stay.
  ///
  /// `!env NAME` names a variable and is shown, as long as it looks like one.
  static func masked(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var masked = line
    var word: [Unicode.Scalar] = []
    for (index, scalar) in line.enumerated() {
      if scalar == ":", index + 1 == line.count || line[index + 1] == " " {
        let key = String(String.UnicodeScalarView(word)).lowercased()
        if suspects.contains(where: key.contains) { hideValue(in: &masked, after: index) }
        word = []
      } else if " {}[],\"'".unicodeScalars.contains(scalar) {
        word = []
      } else {
        word.append(scalar)
      }
    }
    return masked
  }

  private static func hideValue(in line: inout [Unicode.Scalar], after colon: Int) {
    guard let start = line[(colon + 1)...].firstIndex(where: { $0 != " " }) else { return }
    // A mapping inside has keys of its own.
    guard line[start] != "{" else { return }
    let end = line[start...].firstIndex { $0 == "," || $0 == "}" } ?? line.endIndex
    let value = String(String.UnicodeScalarView(line[start..<end]))
    guard !isVariable(value) else { return }
    for index in start..<end where line[index] != " " { line[index] = "*" }
  }

  /// `!env NAME` in capitals, as the names of variables are written.
  private static func isVariable(_ value: String) -> Bool {
    let words = value.split(separator: " ")
    guard words.count == 2, words[0] == "!env" else { return false }
    return words[1].unicodeScalars.allSatisfy { scalar in
      ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
    }
  }
}
