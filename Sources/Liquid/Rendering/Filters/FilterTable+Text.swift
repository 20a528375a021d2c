internal import Values

extension FilterTable {
  static let textFilters: [String: Entry] = [
    "append": Entry(1...1) { call throws(Halt) in try call.made(call.text() + call.text(0)) },
    "prepend": Entry(1...1) { call throws(Halt) in try call.made(call.text(0) + call.text()) },
    "upcase": Entry(0...0) { call throws(Halt) in try call.made(call.text().uppercased()) },
    "downcase": Entry(0...0) { call throws(Halt) in try call.made(call.text().lowercased()) },
    "capitalize": Entry(0...0) { call throws(Halt) in
      let text = try call.text()
      return try call.made(text.prefix(1).uppercased() + text.dropFirst().lowercased())
    },
    "strip": Entry(0...0) { call throws(Halt) in .text(try call.text().trimmingBlanks) },
    "lstrip": Entry(0...0) { call throws(Halt) in
      .text(try call.text().trimmingBlanks(atStart: true, atEnd: false))
    },
    "rstrip": Entry(0...0) { call throws(Halt) in
      .text(try call.text().trimmingBlanks(atStart: false, atEnd: true))
    },
    "squish": Entry(0...0) { call throws(Halt) in
      guard !call.input.isNothing else { return .nothing }
      let words = try call.text().utf8.split(whereSeparator: \.isBlank)
      return .text(words.map { String(Substring($0)) }.joined(separator: " "))
    },
    "replace": Entry(1...2) { call throws(Halt) in try replace(call, with: call.text(1)) },
    "replace_first": Entry(1...2) { call throws(Halt) in
      try replace(call, with: call.text(1), onlyFirst: true)
    },
    "replace_last": Entry(2...2) { call throws(Halt) in
      try replaceLast(call, with: call.text(1))
    },
    "remove": Entry(1...1) { call throws(Halt) in try replace(call, with: "") },
    "remove_first": Entry(1...1) { call throws(Halt) in
      try replace(call, with: "", onlyFirst: true)
    },
    "remove_last": Entry(1...1) { call throws(Halt) in try replaceLast(call, with: "") },
    "default": Entry(0...1) { call throws(Halt) in
      let keepsFalse = call.options["allow_false"]?.isTrue ?? false
      let isMissing = keepsFalse ? call.input.isNothing : !call.input.isTrue
      guard isMissing || call.input.isEmpty else { return call.input }
      return call.arguments.first ?? .text("")
    },
    "date": Entry(1...1) { call throws(Halt) in try date(call) },
  ]

  private static func replace(
    _ call: FilterCall,
    with replacement: String,
    onlyFirst: Bool = false
  ) throws(Halt) -> Datum {
    let text = Array(try call.text().utf8)
    let search = TextSearch(try call.text(0))
    let places =
      onlyFirst ? search.first(in: text).map { [$0] } ?? [] : search.all(in: text)
    let replacement = Replacement(replacement)
    var result: [UInt8] = []
    var end = 0
    for place in places {
      result += text[end..<place]
      end = place + search.count
      let (before, match, behind) = (text[..<place], text[place..<end], text[end...])
      try call.meter.charge(replacement.size(before, match, behind))
      replacement.append(to: &result, before, match, behind)
    }
    result += text[end...]
    return try call.made(String(decoding: result, as: UTF8.self))
  }

  private static func replaceLast(
    _ call: FilterCall,
    with replacement: String
  ) throws(Halt) -> Datum {
    var text = Array(try call.text().utf8)
    let search = TextSearch(try call.text(0))
    guard let place = search.last(in: text) else { return .text(try call.text()) }
    text.replaceSubrange(place..<(place + search.count), with: replacement.utf8)
    return try call.made(String(decoding: text, as: UTF8.self))
  }

  private static func date(_ call: FilterCall) throws(Halt) -> Datum {
    let format = try call.text(0)
    guard !format.isEmpty, let time = try TimePoint.read(call.input, now: call.now, call.meter)
    else {
      return call.input
    }
    return try call.made(TimeFormat(time).text(format))
  }
}
