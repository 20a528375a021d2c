internal import Diagnostics
internal import Values
internal import YAML

/// Named values, in the order of their declaration.
struct Variables: Sendable {
  private(set) var names: [String] = []
  private var readings: [String: [Node]] = [:]

  /// The ways to read the value of the variable called `name`, the likeliest first; nil if there is
  /// no such variable.
  subscript(name: String) -> [Node]? { readings[name] }

  mutating func declare(_ name: String, _ node: Node) {
    if readings.updateValue([node], forKey: name) == nil { names.append(name) }
  }

  /// These variables and those of `other`, whose values win.
  func overridden(by other: Variables) -> Variables {
    var copy = self
    for name in other.names {
      if let readings = other[name] {
        if copy.readings.updateValue(readings, forKey: name) == nil { copy.names.append(name) }
      }
    }
    return copy
  }

  /// Sets the variable called `name` to a text given on the command line.
  ///
  /// The text is a number or boolean if the declared value is one, or where nothing else will do.
  mutating func set(_ name: String, toText text: String) {
    let range = SourceRange(startOf: SourceText(name: "--var \(name)", text: text))
    let quoted = Node(content: .scalar(Scalar(text: text, style: .doubleQuoted)), range: range)
    let plain = Node(content: .scalar(Scalar(text: text, style: .plain)), range: range)
    var candidates = [quoted]
    if plain.isNumberOrBoolean {
      let declared = readings[name]?.first
      candidates.insert(plain, at: declared?.isNumberOrBoolean == true ? 0 : 1)
    }
    if readings.updateValue(candidates, forKey: name) == nil { names.append(name) }
  }

  /// Whether `text` may name a variable: letters, digits, `_` and `-`.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar == "_" || scalar == "-")
      }
  }
}

extension Node {
  fileprivate var isNumberOrBoolean: Bool {
    switch coreValue {
    case .boolean?, .integer?, .decimal?: true
    default: false
    }
  }
}
