/// Finds a text in others in linear time, as Knuth, Morris and Pratt do: what is searched may mean harm.
struct TextSearch {
  private let pattern: [UInt8]
  /// How long a start of the pattern the first bytes of it end with.
  private let borders: [Int]

  init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  private init(bytes: [UInt8]) {
    pattern = bytes
    var borders = [Int](repeating: 0, count: pattern.count)
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[index] != pattern[length] { length = borders[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      borders[index] = length
    }
    self.borders = borders
  }

  var count: Int { pattern.count }

  /// Where the pattern begins first, at `start` or behind it.
  func first(in text: [UInt8], from start: Int = 0) -> Int? {
    guard !pattern.isEmpty else { return start <= text.count ? start : nil }
    var length = 0
    for index in max(start, 0)..<max(text.count, start) {
      while length > 0, text[index] != pattern[length] { length = borders[length - 1] }
      if text[index] == pattern[length] { length += 1 }
      if length == pattern.count { return index + 1 - length }
    }
    return nil
  }

  /// Where the pattern begins each time, without overlaps.
  func all(in text: [UInt8]) -> [Int] {
    guard !pattern.isEmpty else {
      // Between all characters, and before and behind them.
      return text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
    }
    var places: [Int] = []
    while let place = first(in: text, from: places.last.map { $0 + pattern.count } ?? 0) {
      places.append(place)
    }
    return places
  }

  /// Where the pattern begins last, overlaps counted.
  func last(in text: [UInt8]) -> Int? {
    guard !pattern.isEmpty else { return text.count }
    let backwards = TextSearch(bytes: pattern.reversed())
    return backwards.first(in: text.reversed()).map { text.count - $0 - pattern.count }
  }
}
