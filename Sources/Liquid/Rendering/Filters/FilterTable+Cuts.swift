internal import Values

extension FilterTable {
  /// Filters that cut text, or lists, into pieces.
  static let cutFilters: [String: Entry] = [
    "size": Entry(0...0) { call throws(Halt) in
      let size = try call.input.size(call.meter)
      return size.isNothing ? .integer(0) : size
    },
    "slice": Entry(1...2) { call throws(Halt) in
      let offset = try call.argument(0).integer()
      let length = call.argument(1).isNothing ? 1 : try call.argument(1).integer()
      if case .value(.list(let items)) = call.input {
        try call.meter.charge(steps: items.count)
        return .list(Array(cut(items, offset, length)))
      }
      let scalars = Array(try call.text().unicodeScalars)
      return .text(String(String.UnicodeScalarView(cut(scalars, offset, length))))
    },
    "truncate": Entry(0...2) { call throws(Halt) in
      guard !call.input.isNothing else { return .nothing }
      let text = try call.text()
      let length = call.arguments.isEmpty ? 50 : try call.argument(0).integer()
      let end = try call.text(1, or: "...")
      guard text.unicodeScalars.count > length else { return .text(text) }
      let (rest, isTooSmall) = length.subtractingReportingOverflow(end.unicodeScalars.count)
      let kept = text.unicodeScalars.prefix(isTooSmall ? 0 : max(0, rest))
      return try call.made(String(String.UnicodeScalarView(kept)) + end)
    },
    "truncatewords": Entry(0...2) { call throws(Halt) in
      guard !call.input.isNothing else { return .nothing }
      let text = try call.text()
      let count = max(1, call.arguments.isEmpty ? 15 : try call.argument(0).integer())
      let words = text.utf8.split(whereSeparator: \.isBlank)
      guard words.count > count else { return .text(text) }
      let kept = words.prefix(count).map { String(Substring($0)) }.joined(separator: " ")
      return try call.made(kept + call.text(1, or: "..."))
    },
    "split": Entry(1...1) { call throws(Halt) in
      .list(try split(call.text(), at: call.text(0), call.meter))
    },
    "join": Entry(0...1) { call throws(Halt) in
      let glue = try call.text(0, or: " ")
      var text = ""
      for (index, item) in try call.items().enumerated() {
        if index > 0 {
          try call.meter.charge(glue.utf8.count)
          text += glue
        }
        text += try Datum.value(item).text(call.meter)
      }
      return .text(text)
    },
    "first": Entry(0...0) { call throws(Halt) in try call.input.end(isLast: false) },
    "last": Entry(0...0) { call throws(Halt) in try call.input.end(isLast: true) },
  ]

  /// `length` of `items` from `offset`, which counts from the end where it is negative.
  private static func cut<Item>(_ items: [Item], _ offset: Int, _ length: Int) -> ArraySlice<Item> {
    let start = offset < 0 ? items.count &+ offset : offset
    guard start >= 0, start <= items.count, length > 0 else { return [] }
    return items[start..<(start + min(length, items.count - start))]
  }

  /// Taken apart as Ruby does: at runs of blanks where the separator is one blank, into characters where it is empty;
  /// what is empty at the end is dropped.
  private static func split(
    _ text: String,
    at separator: String,
    _ meter: Meter
  ) throws(Halt) -> [Value] {
    if separator == " " {
      let words = text.utf8.split(whereSeparator: \.isBlank)
      try meter.charge(steps: words.count)
      return words.map { .string(String(Substring($0))) }
    }
    if separator.isEmpty {
      try meter.charge(steps: text.unicodeScalars.count)
      return text.unicodeScalars.map { .string(String($0)) }
    }
    let bytes = Array(text.utf8)
    let search = TextSearch(separator)
    let places = search.all(in: bytes)
    try meter.charge(steps: places.count + 1)
    var parts: [Value] = []
    var start = 0
    for place in places + [bytes.count] {
      parts.append(.string(String(decoding: bytes[start..<place], as: UTF8.self)))
      start = place + search.count
    }
    while parts.last == .string("") { parts.removeLast() }
    return parts
  }
}
