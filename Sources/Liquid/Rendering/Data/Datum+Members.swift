internal import Values

extension Datum {
  /// What `.name` picks: a member, or else the size, the first or the last item.
  func member(_ name: String, _ meter: Meter) throws(Halt) -> Datum {
    if case .value(.object(let members)) = self, let value = members[name] { return .value(value) }
    return switch name {
    case "size": try size(meter)
    case "first": try end(isLast: false)
    case "last": try end(isLast: true)
    default: .nothing
    }
  }

  /// What `[index]` picks: a member by its name, an item by its number, from the end where that is negative.
  func element(at index: Datum, _ meter: Meter) throws(Halt) -> Datum {
    switch (self, index) {
    case (.value(.object(let members)), .value(.string(let name))):
      return members[name].map { .value($0) } ?? .nothing
    case (.value(.list(let items)), .value(.integer(let number))):
      // The smallest number has no opposite.
      let place = number < 0 ? items.count &+ number : number
      return items.indices.contains(place) ? .value(items[place]) : .nothing
    default: return .nothing
    }
  }

  /// How many characters, items or members this has; `nil` where it can have none.
  func size(_ meter: Meter) throws(Halt) -> Datum {
    switch self {
    case .span(let first, let last): return .integer(Self.count(first, last))
    case .value(.string(let text)):
      try meter.charge(text.utf8.count)
      return .integer(text.unicodeScalars.count)
    case .value(.list(let items)): return .integer(items.count)
    case .value(.object(let members)): return .integer(members.count)
    // Ruby's whole numbers have a size, too: eight bytes.
    case .value(.integer): return .integer(8)
    default: return .nothing
    }
  }

  /// The first or last item or character; of an object the first key with its value.
  func end(isLast: Bool) throws(Halt) -> Datum {
    switch self {
    case .span(let first, let last): return .integer(isLast ? last : first)
    case .value(.string(let text)):
      let scalar = isLast ? text.unicodeScalars.last : text.unicodeScalars.first
      return .text(scalar.map { String($0) } ?? "")
    case .value(.list(let items)):
      return (isLast ? items.last : items.first).map { .value($0) } ?? .nothing
    case .value(.object(let members)):
      guard !isLast, let member = members.first else { return .nothing }
      return .list([.string(member.key), member.value])
    default: return .nothing
    }
  }
}
