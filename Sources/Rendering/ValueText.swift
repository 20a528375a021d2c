internal import Values

/// Values as lines for a reader, in the manner of YAML; JSON texts as JSON.
enum ValueText {
  /// `value` in one line, if it is short enough to be read in one.
  static func line(_ value: Value?) -> String? {
    switch value {
    case nil: "(none)"
    case .string(let text)?: text.contains("\n") ? nil : Value.string(text).json()
    case .reference(let reference)?: reference.placeholder
    case .format(let pieces)?: Value.string(pieces.displayed).json()
    case .secret?: "(secret)"
    case .list(let items)?: items.isEmpty ? "[]" : inline(items)
    case .object(let members)?: members.isEmpty ? "{}" : nil
    case .json?: nil
    case let scalar?: scalar.json()
    }
  }

  /// `value` in as many lines as it takes.
  static func lines(_ value: Value?) -> [String] {
    if let line = line(value) { return [line] }
    switch value {
    case .string(let text)?:
      return ["|"]
        + text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + printable($0) }
    case .list(let items)?:
      return items.flatMap { item in
        lines(item).enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
      }
    case .object(let members)?: return members.flatMap { member(key($0.key), $0.value) }
    case .json(let inner)?:
      return inner.json(.pretty).split(separator: "\n").map(String.init)
    default: return []
    }
  }

  /// `name: value`, the value below its name where it takes several lines.
  static func member(_ name: String, _ value: Value?) -> [String] {
    if let line = line(value) { return ["\(name): \(line)"] }
    return ["\(name):"] + lines(value).map { "  " + $0 }
  }

  /// A short list of plain values in one line.
  private static func inline(_ items: [Value]) -> String? {
    let texts = items.map { item in
      switch item {
      case .list, .object, .json: nil as String?
      default: line(item)
      }
    }
    let joined = "[" + texts.compactMap(\.self).joined(separator: ", ") + "]"
    return texts.contains(nil) || joined.count > 80 ? nil : joined
  }

  private static func key(_ name: String) -> String {
    name.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) } && !name.isEmpty
      ? name : Value.string(name).json()
  }

  /// A line of somebody else's text, without what a terminal would act upon.
  static func printable(_ text: some StringProtocol) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format: scalar == "\t" ? scalar : "\u{FFFD}"
          default: scalar
          }
        }
      )
    )
  }
}
