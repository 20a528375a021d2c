internal import Values

extension FilterTable {
  /// Filters that pick the items with a property, or with a value of it.
  static let selectionFilters: [String: Entry] = [
    "where": Entry(1...2) { call throws(Halt) in
      guard let matches = try matches(call) else { return .nothing }
      return .list(matches.filter(\.isMatch).map(\.item))
    },
    "reject": Entry(1...2) { call throws(Halt) in
      guard let matches = try matches(call) else { return .nothing }
      return .list(matches.filter { !$0.isMatch }.map(\.item))
    },
    "has": Entry(1...2) { call throws(Halt) in
      guard let matches = try matches(call) else { return .nothing }
      return .truth(matches.contains(where: \.isMatch))
    },
    "find": Entry(1...2) { call throws(Halt) in
      .value(try matches(call)?.first(where: \.isMatch)?.item ?? .null)
    },
    "find_index": Entry(1...2) { call throws(Halt) in
      try matches(call)?.firstIndex(where: \.isMatch).map { .integer($0) } ?? .nothing
    },
  ]

  private static func matches(_ call: FilterCall) throws(Halt) -> [(item: Value, isMatch: Bool)]? {
    var matches: [(item: Value, isMatch: Bool)] = []
    let target = call.argument(1)
    for item in try call.items() {
      guard let value = try Property(call.argument(0)).value(of: item, call.meter) else {
        return nil
      }
      let isMatch =
        target.isNothing
        ? Datum.value(value).isTrue : try Datum.value(value).equals(target, call.meter)
      matches.append((item, isMatch))
    }
    return matches
  }
}
