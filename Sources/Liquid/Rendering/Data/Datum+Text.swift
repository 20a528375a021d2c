internal import Values

extension Datum {
  /// What an output of this leaves: the items of a list one after another, `nil` nothing.
  func output(_ meter: Meter) throws(Halt) -> String {
    guard case .value(.list(let items)) = self else { return try text(meter) }
    var text = ""
    try Self.append(items, to: &text, meter)
    return text
  }

  private static func append(
    _ items: [Value],
    to text: inout String,
    _ meter: Meter
  ) throws(Halt) {
    try meter.charge(steps: items.count)
    for item in items {
      if case .list(let items) = item {
        try append(items, to: &text, meter)
      } else {
        text += try Datum.value(item).text(meter)
      }
    }
  }

  /// The text that filters work on: a list and an object as Ruby shows them.
  func text(_ meter: Meter) throws(Halt) -> String {
    switch self {
    case .span(let first, let last): return "\(first)..\(last)"
    case .value(.list), .value(.object):
      var text = ""
      try inspect(into: &text, meter)
      return text
    case .value(let value):
      let text = Self.scalar(value)
      try meter.charge(text.utf8.count)
      return text
    }
  }

  /// The text of what has no parts.
  private static func scalar(_ value: Value) -> String {
    switch value {
    case .null, .list, .object: ""
    case .boolean(let boolean): boolean ? "true" : "false"
    case .integer(let integer): String(integer)
    case .decimal(let digits): Number(digits: digits)?.value.scalarText ?? digits
    case .string(let text): text
    case .json(let value): value.json()
    case .reference(let reference): reference.placeholder
    case .format(let pieces): pieces.displayed
    case .secret(let secret): secret.description
    }
  }

  /// As Ruby's `inspect` shows it.
  private func inspect(into text: inout String, _ meter: Meter) throws(Halt) {
    try meter.charge(steps: 1)
    switch self {
    case .value(.null): text += "nil"
    case .value(.string(let string)): try Self.quote(string, into: &text, meter)
    case .value(.list(let items)):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", " }
        try Datum.value(item).inspect(into: &text, meter)
      }
      text += "]"
    case .value(.object(let members)):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += ", " }
        try Self.quote(member.key, into: &text, meter)
        text += "=>"
        try Datum.value(member.value).inspect(into: &text, meter)
      }
      text += "}"
    default: text += try self.text(meter)
    }
  }

  private static func quote(_ string: String, into text: inout String, _ meter: Meter) throws(Halt)
  {
    try meter.charge(string.utf8.count)
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{1B}": text += "\\e"
      case "\u{0}"..<"\u{20}", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
