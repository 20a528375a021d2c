internal import Values

extension FilterTable {
  static let listFilters: [String: Entry] = [
    "reverse": Entry(0...0) { call throws(Halt) in .list(try call.items().reversed()) },
    "concat": Entry(1...1) { call throws(Halt) in
      guard case .value(.list(let more)) = call.argument(0) else {
        throw .argument("concat takes a list, and is given \(call.argument(0).kind).")
      }
      try call.meter.charge(steps: more.count)
      return .list(try call.items() + more)
    },
    "compact": Entry(0...1) { call throws(Halt) in
      var kept: [Value] = []
      for item in try call.items() {
        guard let value = try property(of: item, in: call) else { return .nothing }
        if value != .null { kept.append(item) }
      }
      return .list(kept)
    },
    "uniq": Entry(0...1) { call throws(Halt) in
      var kept: [Value] = []
      var known: Set<Value> = []
      for item in try call.items() {
        guard let value = try property(of: item, in: call) else { return .nothing }
        try pay(for: value, call.meter)
        if known.insert(normal(value)).inserted { kept.append(item) }
      }
      return .list(kept)
    },
    "map": Entry(1...1) { call throws(Halt) in
      var values: [Value] = []
      for item in try call.items() {
        values.append(try Property(call.argument(0)).value(of: item, call.meter) ?? .null)
      }
      return .list(values)
    },
    "sum": Entry(0...1) { call throws(Halt) in
      var sum = Number.zero
      for item in try call.items() {
        let value =
          call.arguments.isEmpty
          ? item : try Property(call.argument(0)).value(of: item, call.meter) ?? .integer(0)
        sum = try sum.applying(.plus, Datum.value(value).number(call.meter))
      }
      return .value(sum.value)
    },
    "sort": Entry(0...1) { call throws(Halt) in
      try sorted(call) { left, right throws(Halt) in
        guard let order = try Datum.value(left).order(.value(right), call.meter) else {
          throw .argument(
            "These cannot be put in order: \(Datum.value(left).kind) and \(Datum.value(right).kind)."
          )
        }
        return order < 0
      }
    },
    "sort_natural": Entry(0...1) { call throws(Halt) in
      try sorted(call) { left, right throws(Halt) in
        let first = folded(try Datum.value(left).text(call.meter))
        let second = folded(try Datum.value(right).text(call.meter))
        return first.lexicographicallyPrecedes(second)
      }
    },
  ]

  /// The bytes of `text`, capital letters of ASCII as small ones.
  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }

  /// What a filter looks at in an item: the member that its first argument names, or the item; nil where the item
  /// can have no members.
  private static func property(of item: Value, in call: FilterCall) throws(Halt) -> Value? {
    guard !call.argument(0).isNothing else { return item }
    return try Property(call.argument(0)).value(of: item, call.meter)
  }

  /// A decimal with the digits that all of its size have.
  private static func normal(_ value: Value) -> Value {
    guard case .decimal(let digits) = value else { return value }
    return Number(digits: digits)?.value ?? value
  }

  /// Pays for hashing all that `value` holds.
  private static func pay(for value: Value, _ meter: Meter) throws(Halt) {
    try meter.charge(steps: 1)
    switch value {
    case .string(let text), .decimal(let text): try meter.charge(text.utf8.count)
    case .list(let items): for item in items { try pay(for: item, meter) }
    case .object(let members): for (_, value) in members { try pay(for: value, meter) }
    default: break
    }
  }

  /// The items in order, `nil` last; `nil` itself where an item can have no members and a member is asked for.
  private static func sorted(
    _ call: FilterCall,
    _ precedes: (Value, Value) throws(Halt) -> Bool
  ) throws(Halt) -> Datum {
    var pairs: [(key: Value, item: Value)] = []
    for item in try call.items() {
      guard let key = try property(of: item, in: call) else { return .nothing }
      pairs.append((key, item))
    }
    do {
      try pairs.sort { left, right in
        if left.key == .null || right.key == .null { return left.key != .null }
        return try precedes(left.key, right.key)
      }
    } catch let halt as Halt {
      throw halt
    } catch {
      throw .argument("\(error)")
    }
    return .list(pairs.map(\.item))
  }
}
