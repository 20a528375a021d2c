/// Reads dates and times as Ruby's `Time.parse` does, in the forms that people and programs write.
struct TimeReader {
  private let text: String
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var second: Int?
  private var nanoseconds = 0
  private var offset: Int?

  /// - Parameter text: In small letters.
  init(_ text: String) {
    self.text = text
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december",
  ]
  private static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]
  /// Hours east of Greenwich.
  private static let zones = [
    "z": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7,
  ]

  /// The time; today where it has no date, midnight where it has no time, UTC where it has no zone.
  ///
  /// Nil if this is no time.
  mutating func read(now: Int) -> TimePoint? {
    // Between the digits of a date and a time stands a "t".
    var words = text.split { $0 == " " || $0 == "," || $0 == "\t" || $0 == "\n" }.map { String($0) }
    if let first = words.first, let split = first.firstIndex(of: "t"),
      first.first?.isNumber ?? false,
      first[first.index(after: split)...].contains(":")
    {
      words.replaceSubrange(
        0..<1,
        with: [String(first[..<split]), String(first[split...].dropFirst())]
      )
    }
    for word in words where !take(word) { return nil }
    guard month != nil || day != nil || year != nil || second != nil else { return nil }
    return point(now: now)
  }

  private func point(now: Int) -> TimePoint? {
    guard let today = TimePoint(seconds: now) else { return nil }
    let hasDate = year != nil || month != nil || day != nil
    let year = self.year ?? today.year
    let month = self.month ?? (hasDate && self.year != nil ? 1 : today.month)
    let day = self.day ?? (hasDate ? 1 : today.day)
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...TimePoint.length(of: month, year)).contains(day)
    else { return nil }
    let offset = offset ?? 0
    return TimePoint(
      seconds: TimePoint.days(year, month, day) * 86_400 + (second ?? 0) - offset,
      nanoseconds: nanoseconds,
      offset: offset
    )
  }

  private mutating func take(_ word: String) -> Bool {
    if word.contains(":"), takeTime(word) { return true }
    return takeNumericDate(word) || takeNumber(word) || takeWord(word) || takeOffset(word)
  }

  /// `10:00`, `10:00:30.5`, `10:00pm`, `10:00:00z`, `10:00:00+02:00`.
  private mutating func takeTime(_ word: String) -> Bool {
    let zone = word.firstIndex { !($0.isNumber || $0 == ":" || $0 == ".") } ?? word.endIndex
    let parts = word[..<zone].split(separator: ".", omittingEmptySubsequences: false)
    let fields = (parts.first ?? "").split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count), parts.count <= 2, second == nil,
      let hour = number(fields[0], 0...24), let minute = number(fields[1], 0...59),
      let rest = fields.count == 3 ? number(fields[2], 0...60) : 0
    else { return false }
    if parts.count == 2 {
      guard !parts[1].isEmpty, let fraction = Int(parts[1].prefix(9)) else { return false }
      nanoseconds = (parts[1].utf8.count..<max(9, parts[1].utf8.count)).reduce(fraction) {
        value,
        _ in value * 10
      }
    }
    second = hour * 3600 + minute * 60 + rest
    let behind = String(word[zone...])
    return behind.isEmpty || takeWord(behind) || takeOffset(behind)
  }

  /// `2026-11-21`, `2026/11/21`, `21/11/2026`, `21.11.2026`, `20261121`, `2026-11`.
  private mutating func takeNumericDate(_ word: String) -> Bool {
    if word.utf8.count == 8, word.utf8.allSatisfy(\.isDigit), let digits = Int(word) {
      return takeDate(digits / 10_000, digits / 100 % 100, digits % 100)
    }
    for separator in ["-", "/", "."] as [Character] {
      let fields = word.split(separator: separator, omittingEmptySubsequences: false)
      guard fields.count > 1, let first = number(fields[0], 0...9999),
        let second = number(fields[1], 1...12) ?? (fields.count == 3 ? month(fields[1]) : nil)
      else { continue }
      if fields.count == 2, fields[0].utf8.count == 4 { return takeDate(first, second, nil) }
      guard fields.count == 3, let third = number(fields[2], 0...9999) else { continue }
      return fields[2].utf8.count == 4 && fields[0].utf8.count < 3
        ? takeDate(third, second, first) : takeDate(first, second, third)
    }
    return false
  }

  private mutating func takeDate(_ year: Int, _ month: Int, _ day: Int?) -> Bool {
    guard self.year == nil, self.month == nil, self.day == nil else { return false }
    (self.year, self.month, self.day) = (year, month, day)
    return true
  }

  /// A day such as `21` or `21st`, or a year.
  private mutating func takeNumber(_ word: String) -> Bool {
    let digits = word.prefix { $0.isNumber }
    guard !digits.isEmpty, ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
    else {
      return false
    }
    if digits.utf8.count <= 2, day == nil, let number = number(digits, 1...31) {
      day = number
    } else if digits.utf8.count == 4, year == nil, let number = number(digits, 0...9999) {
      year = number
    } else {
      return false
    }
    return true
  }

  /// A month, weekday, zone, or `am` and `pm` behind a time.
  private mutating func takeWord(_ word: String) -> Bool {
    let word = word.hasSuffix(".") ? String(word.dropLast()) : word
    if let hours = Self.zones[word], offset == nil {
      offset = hours * 3600
    } else if word == "am" || word == "pm", let time = second, time < 13 * 3600 {
      second = time % (12 * 3600) + (word == "pm" ? 12 * 3600 : 0)
    } else if month == nil, let found = month(word[...]) {
      month = found
    } else {
      return word.utf8.count >= 3 && Self.weekdays.contains { $0.hasPrefix(word) }
    }
    return true
  }

  private func month(_ word: Substring) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return Self.months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  /// `+02:00`, `-0700`, `+02`.
  private mutating func takeOffset(_ word: String) -> Bool {
    guard let sign = word.first, sign == "+" || sign == "-", offset == nil else { return false }
    let digits = word.dropFirst().filter { $0 != ":" }
    guard [2, 4].contains(digits.utf8.count), let hours = number(digits.prefix(2), 0...23),
      let minutes = digits.utf8.count == 4 ? number(digits.dropFirst(2), 0...59) : 0
    else { return false }
    offset = (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
    return true
  }

  private func number(_ digits: some StringProtocol, _ range: ClosedRange<Int>) -> Int? {
    guard !digits.isEmpty, digits.utf8.count <= 4, digits.utf8.allSatisfy(\.isDigit) else {
      return nil
    }
    return Int(digits).flatMap { range.contains($0) ? $0 : nil }
  }
}
