internal import Values

/// A filter at work: what it is given, and what pays for it.
struct FilterCall {
  let input: Datum
  /// Those without a name.
  let arguments: [Datum]
  let options: [String: Datum]
  /// The time, in seconds since 1970-01-01T00:00:00Z.
  let now: Int
  let meter: Meter

  /// The text of the input.
  func text() throws(Halt) -> String { try input.text(meter) }

  /// The text of an argument, or `fallback` where there is none.
  func text(_ index: Int, or fallback: String = "") throws(Halt) -> String {
    index < arguments.count ? try arguments[index].text(meter) : fallback
  }

  /// An argument, or `nil`.
  func argument(_ index: Int) -> Datum { index < arguments.count ? arguments[index] : .nothing }

  func number() throws(Halt) -> Number { try input.number(meter) }

  func number(_ index: Int) throws(Halt) -> Number { try argument(index).number(meter) }

  /// The items of the input: of a list those of the lists in it, an object as one, anything else as itself.
  func items() throws(Halt) -> [Value] {
    switch try input.value(meter) {
    case .null: return []
    case .list(let items):
      var flat: [Value] = []
      try flatten(items, into: &flat)
      return flat
    case let value: return [value]
    }
  }

  private func flatten(_ items: [Value], into flat: inout [Value]) throws(Halt) {
    try meter.charge(steps: items.count)
    for item in items {
      if case .list(let items) = item {
        try flatten(items, into: &flat)
      } else {
        flat.append(item)
      }
    }
  }

  /// Pays for text that was made, and holds it against the size that one may have.
  func made(_ text: String) throws(Halt) -> Datum {
    try meter.charge(text.utf8.count)
    try meter.check(size: text.utf8.count)
    return .text(text)
  }
}
