internal import Platform

/// Points in time as Braze writes and reads them; here they are seconds since 1970.
enum BrazeTime {
  /// `2025-11-21T10:00:00.000Z`
  static func precise(_ seconds: Int) -> String { plain(seconds) + ".000Z" }

  /// `2025-11-21T10:00:00+00:00`
  static func withOffset(_ seconds: Int) -> String { plain(seconds) + "+00:00" }

  /// `2025-11-21 10:00:00.000 UTC`
  static func spaced(_ seconds: Int) -> String {
    plain(seconds).split(separator: "T").joined(separator: " ") + ".000 UTC"
  }

  private static func plain(_ seconds: Int) -> Substring { WallClock.iso8601(seconds).dropLast() }

  /// What an ISO 8601 text means: a date, or date and time with or without fraction and zone, which
  /// is UTC where none is named. Nil if it is nothing of the kind.
  static func seconds(_ text: some StringProtocol) -> Int? {
    let halves = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" }
    guard let days = days(String(halves[0])) else { return nil }
    guard halves.count == 2 else { return days * 86_400 }
    var clock = String(halves[1])
    var offset = 0
    if clock.hasSuffix("Z") {
      clock.removeLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = clock[clock.index(after: sign)...]
      guard let shift = offsetSeconds(zone) else { return nil }
      offset = clock[sign] == "+" ? shift : -shift
      clock = String(clock[..<sign])
    }
    guard let second = secondOfDay(clock) else { return nil }
    return days * 86_400 + second - offset
  }

  private static func secondOfDay(_ clock: String) -> Int? {
    let parts = clock.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 1 || (!parts[1].isEmpty && parts[1].allSatisfy(\.isASCIIDigit)) else {
      return nil
    }
    let fields = parts[0].split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 3, let hour = number(fields[0], 2, 0...23),
      let minute = number(fields[1], 2, 0...59), let second = number(fields[2], 2, 0...60)
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func offsetSeconds(_ zone: Substring) -> Int? {
    let digits = zone.filter { $0 != ":" }
    guard digits.count == 4, let hours = number(digits.prefix(2), 2, 0...23),
      let minutes = number(digits.suffix(2), 2, 0...59)
    else { return nil }
    return hours * 3600 + minutes * 60
  }

  /// After <https://howardhinnant.github.io/date_algorithms.html#days_from_civil>.
  private static func days(_ date: String) -> Int? {
    let fields = date.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 3, let year = number(fields[0], 4, 0...9999),
      let month = number(fields[1], 2, 1...12),
      let day = number(fields[2], 2, 1...length(of: month, year))
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func length(of month: Int, _ year: Int) -> Int {
    if month == 2 {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private static func number(
    _ text: some StringProtocol,
    _ digits: Int,
    _ range: ClosedRange<Int>
  ) -> Int? {
    guard text.utf8.count == digits, text.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(text).flatMap { range.contains($0) ? $0 : nil }
  }
}

extension Character {
  /// `0` to `9`.
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
