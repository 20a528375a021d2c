internal import Values

extension Renderer {
  /// The value of `cycle` whose turn it is.
  mutating func turn(of cycle: Cycle, at range: Range<Int>) throws(Halt) -> String {
    let key = try key(of: cycle, at: range)
    let turn = turns[key] ?? 0
    turns[key] = turn + 1 >= cycle.values.count ? 0 : turn + 1
    // Cycles of one group may differ in length.
    guard turn < cycle.values.count else { return "" }
    return try evaluate(cycle.values[turn]).output(meter)
  }

  /// What cycles that advance together have in common: their group, or else the same literals.
  private mutating func key(of cycle: Cycle, at range: Range<Int>) throws(Halt) -> String {
    if let group = cycle.group { return "group " + (try evaluate(group).text(meter)) }
    let literals = cycle.values.compactMap(\.literal)
    guard literals.count == cycle.values.count else {
      return "place \(block ?? "") \(range.lowerBound)"
    }
    return "values " + Value.list(literals).json()
  }

  /// What `increment` leaves, which is the count before, or `decrement`, which is the one after.
  ///
  /// A count begins at 0, whatever the data has of that name, and is seen in its place from there on.
  mutating func count(_ name: Name, _ step: Int) throws(Halt) -> String {
    let count = counters[name.text] ?? 0
    let (next, isTooLarge) = count.addingReportingOverflow(step)
    guard !isTooLarge else { throw Number.tooLarge }
    counters[name.text] = next
    return String(step > 0 ? count : next)
  }
}
