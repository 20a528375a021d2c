internal import Values

extension Datum {
  /// Whether both are the same: 1 and 1.0 are, 1 and "1" are not.
  func equals(_ other: Datum, _ meter: Meter) throws(Halt) -> Bool {
    switch (self, other) {
    case (.value(let left), .value(let right)): try Self.equal(left, right, meter)
    case (.span, .span): self == other
    default: false
    }
  }

  private static func equal(_ left: Value, _ right: Value, _ meter: Meter) throws(Halt) -> Bool {
    try meter.charge(steps: 1)
    switch (left, right) {
    case (.decimal, .integer), (.integer, .decimal), (.decimal, .decimal):
      return try Datum.value(left).number(meter) == Datum.value(right).number(meter)
    case (.string(let left), .string(let right)):
      try meter.charge(min(left.utf8.count, right.utf8.count))
      // Ruby compares bytes, Swift what they mean.
      return left.utf8.elementsEqual(right.utf8)
    case (.list(let left), .list(let right)):
      guard left.count == right.count else { return false }
      for (left, right) in zip(left, right) where try !equal(left, right, meter) { return false }
      return true
    case (.object(let left), .object(let right)):
      guard left.count == right.count else { return false }
      for (key, value) in left {
        guard let other = right[key], try equal(value, other, meter) else { return false }
      }
      return true
    case (.null, .null): return true
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.integer(let left), .integer(let right)): return left == right
    default: return false
    }
  }

  /// Less than, equal to or more than zero as this comes before, with or behind `other`, as Ruby's `<=>` has it; nil
  /// where they cannot be put in order.
  func order(_ other: Datum, _ meter: Meter) throws(Halt) -> Int? {
    guard case .value(let left) = self, case .value(let right) = other else { return nil }
    if isNumber, other.isNumber {
      let (first, second) = (try number(meter), try other.number(meter))
      return first < second ? -1 : first == second ? 0 : 1
    }
    switch (left, right) {
    case (.string(let left), .string(let right)):
      try meter.charge(min(left.utf8.count, right.utf8.count))
      if left.utf8.lexicographicallyPrecedes(right.utf8) { return -1 }
      return left.utf8.elementsEqual(right.utf8) ? 0 : 1
    default: return try equals(other, meter) ? 0 : nil
    }
  }

  var isNumber: Bool {
    switch self {
    case .value(.integer), .value(.decimal): true
    default: false
    }
  }

  private var isText: Bool {
    if case .value(.string) = self { true } else { false }
  }

  /// Whether `test` holds of the order of this and `other`: never, where one of them has no order at all.
  ///
  /// - Throws: where a number is compared with text.
  func compare(
    _ other: Datum,
    _ meter: Meter,
    _ test: (Int) -> Bool
  ) throws(Halt) -> Bool {
    guard isNumber || isText, other.isNumber || other.isText else { return false }
    guard let order = try order(other, meter) else {
      throw .argument(
        "\(isNumber ? "A number" : "Text") cannot be compared with \(other.isNumber ? "a number" : "text")."
          + " To make a number of text, assign it with \"| plus: 0\" before."
      )
    }
    return test(order)
  }

  /// Whether text has `other` in it, a list as an item, an object as a key.
  func contains(_ other: Datum, _ meter: Meter) throws(Halt) -> Bool {
    guard isTrue, other.isTrue else { return false }
    switch self {
    case .span(let first, let last):
      guard case .value(.integer(let integer)) = other else { return false }
      return first <= integer && integer <= last
    case .value(.string(let text)):
      let part = try other.text(meter)
      try meter.charge(text.utf8.count)
      return TextSearch(part).first(in: Array(text.utf8)) != nil
    case .value(.list(let items)):
      for item in items where try Datum.value(item).equals(other, meter) { return true }
      return false
    case .value(.object(let members)):
      guard case .value(.string(let key)) = other else { return false }
      return members[key] != nil
    default: return false
    }
  }

  /// Whether this is text, a list or an object without content.
  var isEmpty: Bool {
    switch self {
    case .value(.string(let text)): text.utf8.isEmpty
    case .value(.list(let items)): items.isEmpty
    case .value(.object(let members)): members.isEmpty
    default: false
    }
  }

  /// Whether this is empty, `nil`, `false` or text of nothing but blanks.
  func isBlank(_ meter: Meter) throws(Halt) -> Bool {
    if case .value(.string(let text)) = self {
      try meter.charge(text.utf8.count)
      return text.utf8.allSatisfy(\.isBlank)
    }
    return isEmpty || !isTrue
  }
}
