internal import Values

/// Where an object stands in an ordering.
struct SortKey: Sendable, Hashable, Comparable {
  var values: [Part]

  enum Part: Sendable, Hashable, Comparable {
    case nothing
    case integer(Int)
    case text(String)

    init(_ value: Value) {
      self =
        switch value {
        case .integer(let integer): .integer(integer)
        case .string(let text): .text(text)
        default: .nothing
        }
    }

    var value: Value {
      switch self {
      case .nothing: .null
      case .integer(let integer): .integer(integer)
      case .text(let text): .string(text)
      }
    }
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    left.values.lexicographicallyPrecedes(right.values)
  }
}
