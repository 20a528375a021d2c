internal import Values

extension Renderer {
  /// Renders a `for` or `tablerow`.
  mutating func render(
    _ loop: Loop,
    _ range: Range<Int>,
    _ body: Block,
    _ otherwise: Block?,
    into text: inout String
  ) throws(Halt) -> Interrupt? {
    if case .table(let columns) = loop.layout {
      return try renderTable(loop, columns: columns, body, into: &text)
    }
    let name = name(of: loop)
    let start =
      switch loop.offset {
      case .continue: ends[name] ?? 0
      case .value(let offset): try bound(offset) ?? 0
      case nil: 0
      }
    let collection = try evaluate(loop.collection)
    let limit = try loop.limit.flatMap { limit throws(Halt) in try bound(limit) }
    var items = try items(of: collection, from: start, limit: limit)
    if loop.isReversed { items.reverse() }
    ends[name] = start.addingReportingOverflow(items.count).partialValue
    guard !items.isEmpty else {
      return try otherwise.flatMap { block throws(Halt) in try render(block, into: &text) }
    }
    scopes.append([:])
    let parent = loops.last
    loops.append(.null)
    for (index, item) in items.enumerated() {
      let state = Self.state(name, index, of: items.count, parent: parent)
      loops[loops.count - 1] = state
      scopes[scopes.count - 1]["forloop"] = .value(state)
      scopes[scopes.count - 1][loop.variable.text] = .value(item)
      try meter.charge(steps: 4)
      if try render(body, into: &text) == .stop { break }
    }
    loops.removeLast()
    scopes.removeLast()
    return nil
  }

  /// A limit or offset: a whole number, or `nil` for none.
  private mutating func bound(_ expression: Expression) throws(Halt) -> Int? {
    let datum = try evaluate(expression)
    place = expression.range
    return datum.isNothing ? nil : try datum.integer()
  }

  /// By what the loops are known that `offset: continue` goes on with: variable and list, as they are written.
  private func name(of loop: Loop) -> String {
    let text = template.text.utf8
    let range = loop.collection.range
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.index(start, offsetBy: range.count)
    return "\(loop.variable.text)-\(text[start..<end].map { $0 }.decoded)"
  }

  /// What a loop goes over: items, pairs of key and value, numbers, or text as one item.
  private func items(of datum: Datum, from start: Int, limit: Int?) throws(Halt) -> [Value] {
    let (sum, isTooLarge) = start.addingReportingOverflow(limit ?? 0)
    let end = limit == nil || isTooLarge ? Int.max : sum
    guard start < end else { return [] }
    switch datum {
    case .span(let first, let last):
      let bounds = (max(start, 0), min(end, Datum.count(first, last)))
      guard bounds.0 < bounds.1 else { return [] }
      try meter.charge(steps: bounds.1 - bounds.0)
      return (bounds.0..<bounds.1).map { .integer(first + $0) }
    case .value(.string(let text)): return text.isEmpty ? [] : [.string(text)]
    case .value(.list(let items)):
      try meter.charge(steps: items.count)
      return Array(items.prefix(max(end, 0)).dropFirst(max(start, 0)))
    case .value(.object(let members)):
      try meter.charge(steps: members.count)
      return members.prefix(max(end, 0)).dropFirst(max(start, 0))
        .map { .list([.string($0.key), $0.value]) }
    default: return []
    }
  }

  /// What `forloop` holds.
  private static func state(_ name: String, _ index: Int, of count: Int, parent: Value?) -> Value {
    .object([
      "name": .string(name), "length": .integer(count), "index": .integer(index + 1),
      "index0": .integer(index), "rindex": .integer(count - index),
      "rindex0": .integer(count - index - 1), "first": .boolean(index == 0),
      "last": .boolean(index == count - 1), "parentloop": parent ?? .null,
    ])
  }
}

extension Renderer {
  private mutating func renderTable(
    _ loop: Loop,
    columns: Expression?,
    _ body: Block,
    into text: inout String
  ) throws(Halt) -> Interrupt? {
    let collection = try evaluate(loop.collection)
    guard collection.isTrue else { return nil }
    var start = 0
    if case .value(let offset) = loop.offset { start = try lenient(offset) }
    let limit = try loop.limit.map { limit throws(Halt) in try lenient(limit) }
    let items = try items(of: collection, from: start, limit: limit)
    let width = try columns.map { columns throws(Halt) in try lenient(columns) } ?? items.count
    try append("<tr class=\"row1\">\n", to: &text)
    scopes.append([:])
    var (row, column) = (1, 1)
    for (index, item) in items.enumerated() {
      scopes[scopes.count - 1]["tablerowloop"] = .value(
        Self.state(index, of: items.count, row: row, column: column, width: width)
      )
      scopes[scopes.count - 1][loop.variable.text] = .value(item)
      try meter.charge(steps: 4)
      try append("<td class=\"col\(column)\">", to: &text)
      let interrupt = try render(body, into: &text)
      try append("</td>", to: &text)
      if interrupt == .stop { break }
      if column == width, index < items.count - 1 {
        try append("</tr>\n<tr class=\"row\(row + 1)\">", to: &text)
      }
      (row, column) = column == width ? (row + 1, 1) : (row, column + 1)
    }
    scopes.removeLast()
    try append("</tr>\n", to: &text)
    return nil
  }

  /// A number of `tablerow`, for which text is the number that it begins with.
  private mutating func lenient(_ expression: Expression) throws(Halt) -> Int {
    let datum = try evaluate(expression)
    place = expression.range
    if case .value(.boolean) = datum { return try datum.integer() }
    guard case .whole(let whole) = try datum.number(meter).whole(.towardZero) else { return 0 }
    return Int(clamping: whole)
  }

  /// What `tablerowloop` holds.
  private static func state(
    _ index: Int,
    of count: Int,
    row: Int,
    column: Int,
    width: Int
  ) -> Value {
    .object([
      "length": .integer(count), "index": .integer(index + 1), "index0": .integer(index),
      "rindex": .integer(count - index), "rindex0": .integer(count - index - 1),
      "first": .boolean(index == 0), "last": .boolean(index == count - 1), "row": .integer(row),
      "col": .integer(column), "col0": .integer(column - 1), "col_first": .boolean(column == 1),
      "col_last": .boolean(column == width),
    ])
  }
}

extension [UInt8] {
  fileprivate var decoded: String { String(decoding: self, as: UTF8.self) }
}
