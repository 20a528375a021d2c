internal import Values

extension FilterTable {
  static let numberFilters: [String: Entry] = [
    "plus": calculation(.plus), "minus": calculation(.minus), "times": calculation(.times),
    "divided_by": calculation(.dividedBy), "modulo": calculation(.modulo),
    "abs": Entry(0...0) { call throws(Halt) in
      let number = try call.number()
      return .value(try number < .zero ? number.negated().value : number.value)
    },
    "ceil": Entry(0...0) { call throws(Halt) in .value(try call.number().whole(.up).value) },
    "floor": Entry(0...0) { call throws(Halt) in .value(try call.number().whole(.down).value) },
    "round": Entry(0...1) { call throws(Halt) in
      let digits = try call.number(0).whole(.towardZero)
      let rounded = try call.number().rounded(to: Int(clamping: digits.wholePart))
      return .value(digits == .zero ? try rounded.whole(.towardZero).value : rounded.value)
    },
    "at_least": Entry(1...1) { call throws(Halt) in
      .value(max(try call.number(), try call.number(0)).value)
    },
    "at_most": Entry(1...1) { call throws(Halt) in
      .value(min(try call.number(), try call.number(0)).value)
    },
    "money": Entry(0...0) { call throws(Halt) in
      .text(fixed(try call.number().rounded(to: 2), digits: 2))
    },
    "number_with_delimiter": Entry(0...0) { call throws(Halt) in try delimited(call) },
  ]

  private static func calculation(_ operation: Number.Operation) -> Entry {
    Entry(1...1) { call throws(Halt) in
      .value(try call.number().applying(operation, call.number(0)).value)
    }
  }

  /// With a comma between each three digits before the point.
  private static func delimited(_ call: FilterCall) throws(Halt) -> Datum {
    let text = try call.text()
    let start = text.utf8.first == .dash ? 1 : 0
    let digits = text.utf8.dropFirst(start).prefix(while: \.isDigit)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.unicodeScalars.append(Unicode.Scalar(digit))
    }
    let sign = start == 1 ? "-" : ""
    return try call.made(sign + result + text.dropFirst(start + digits.count))
  }

  /// Always with that many digits behind the point; an exponent is left as it is.
  private static func fixed(_ number: Number, digits: Int) -> String {
    let text = number.value.scalarText ?? ""
    guard !text.contains("e") else { return text }
    let parts = text.split(separator: ".")
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let zeros = String(repeating: "0", count: max(0, digits - fraction.utf8.count))
    return (parts.first.map { String($0) } ?? "0") + "." + fraction + zeros
  }
}

extension Number {
  /// Without what stands behind the point; 0 for what is too large.
  fileprivate var wholePart: Int128 {
    if case .whole(let whole) = self { whole } else { 0 }
  }
}
