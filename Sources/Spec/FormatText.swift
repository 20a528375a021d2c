/// The text of a `!format`, taken apart: plain text, and addresses in single braces.
///
/// `{{ }}` and `{% %}` belong to Liquid and are plain text.
struct FormatText {
  enum Part: Hashable {
    case text(String)
    case address(String)
  }

  let parts: [Part]

  /// Nil where a single brace has no partner.
  init?(_ text: String) {
    var parts: [Part] = []
    var plain = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch (scalar, rest.first) {
      case ("{", "{"), ("{", "%"):
        // Up to its end a Liquid output or tag is plain text, single braces and all.
        let last: Unicode.Scalar = rest.first == "{" ? "}" : "%"
        plain.unicodeScalars.append(scalar)
        while let inner = rest.popFirst() {
          plain.unicodeScalars.append(inner)
          guard inner == last, rest.first == "}" else { continue }
          plain.unicodeScalars.append("}")
          rest.removeFirst()
          break
        }
      case ("{", _):
        guard let end = rest.firstIndex(of: "}"), !rest[..<end].contains("{") else { return nil }
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(.address(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      case ("}", _): return nil
      default: plain.unicodeScalars.append(scalar)
      }
    }
    if !plain.isEmpty { parts.append(.text(plain)) }
    self.parts = parts
  }
}
