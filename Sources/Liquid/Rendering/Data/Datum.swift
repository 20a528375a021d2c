internal import Values

/// What an expression comes to.
enum Datum: Hashable {
  case value(Value)
  /// The whole numbers from the first to the last, both included; none if the last is the smaller.
  case span(Int, Int)

  static let nothing = Datum.value(.null)

  static func text(_ text: String) -> Datum { .value(.string(text)) }
  static func list(_ items: [Value]) -> Datum { .value(.list(items)) }
  static func truth(_ isTrue: Bool) -> Datum { .value(.boolean(isTrue)) }
  static func integer(_ integer: Int) -> Datum { .value(.integer(integer)) }

  /// All but `nil` and `false` is true.
  var isTrue: Bool { self != .nothing && self != .value(.boolean(false)) }

  var isNothing: Bool { self == .nothing }

  /// This as data; a span as a list of its numbers.
  func value(_ meter: Meter) throws(Halt) -> Value {
    switch self {
    case .value(let value): return value
    case .span(let first, let last):
      try meter.charge(steps: Self.count(first, last))
      return .list(first <= last ? (first...last).map { .integer($0) } : [])
    }
  }

  /// How many numbers a span has, or the largest number there is.
  static func count(_ first: Int, _ last: Int) -> Int {
    guard first <= last else { return 0 }
    let (distance, isTooFar) = last.subtractingReportingOverflow(first)
    return isTooFar || distance == .max ? .max : distance + 1
  }
}
