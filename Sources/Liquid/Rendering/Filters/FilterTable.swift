/// Every filter there is, whichever dialect has it.
enum FilterTable {
  struct Entry: Sendable {
    /// How many arguments it takes.
    let arguments: ClosedRange<Int>
    let body: @Sendable (FilterCall) throws(Halt) -> Datum

    init(
      _ arguments: ClosedRange<Int>,
      _ body: @escaping @Sendable (FilterCall) throws(Halt) -> Datum
    ) {
      self.arguments = arguments
      self.body = body
    }
  }

  static let entries: [String: Entry] = [
    textFilters, cutFilters, markupFilters, encodingFilters, listFilters, selectionFilters,
    numberFilters, dataFilters,
  ].reduce(into: [:]) { $0.merge($1) { $1 } }

  static func apply(_ name: String, _ call: FilterCall) throws(Halt) -> Datum {
    guard let entry = entries[name] else {
      throw .unsupported(
        "The filter \(name) is known, but what it makes of a value is not rendered here."
      )
    }
    guard entry.arguments.contains(call.arguments.count) else {
      let (least, most) = (entry.arguments.lowerBound, entry.arguments.upperBound)
      let wanted = least == most ? "\(least)" : "\(least) to \(most)"
      throw .argument(
        "\(name) takes \(wanted) argument\(wanted == "1" ? "" : "s"), and is given \(call.arguments.count)."
      )
    }
    return try entry.body(call)
  }
}
