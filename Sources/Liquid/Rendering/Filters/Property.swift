internal import Values

/// What a filter's argument picks from the items of a list.
struct Property {
  private let name: Datum

  init(_ name: Datum) {
    self.name = name
  }

  /// What it picks from `item`: `null` where that lacks it, nil where it can have no members at all.
  ///
  /// Of text, Ruby picks the part that equals the name, if there is one.
  /// - Throws: where Ruby refuses to look: at a number by name.
  func value(of item: Value, _ meter: Meter) throws(Halt) -> Value? {
    switch (item, name) {
    case (.object(let members), .value(.string(let key))): return members[key] ?? .null
    case (.object, _): return .null
    case (.string, .value(.string(let part))):
      return try Datum.value(item).contains(name, meter) || part.isEmpty ? .string(part) : .null
    case (.string(let text), .value(.integer(let index))):
      let scalars = Array(text.unicodeScalars)
      try meter.charge(scalars.count)
      return try Datum.list(scalars.map { .string(String($0)) }).element(at: .integer(index), meter)
        .value(meter)
    case (.string, _), (.integer, _):
      throw .argument(
        "\(Datum.value(item).kind) has no members that could be picked by \(name.kind)."
      )
    default: return nil
    }
  }
}
