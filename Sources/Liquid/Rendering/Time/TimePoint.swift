internal import Values

/// A time of day on a date, and how far it is from UTC.
struct TimePoint {
  /// Since 1970-01-01T00:00:00Z.
  let seconds: Int
  let nanoseconds: Int
  /// Seconds east of Greenwich.
  let offset: Int
  let year: Int
  /// 1 to 12.
  let month: Int
  let day: Int
  /// 0 to 86,399.
  let second: Int

  /// The years that there are.
  private static let bounds = days(1, 1, 1) * 86_400...days(9999, 12, 31) * 86_400

  /// Nil outside of the years 1 to 9999.
  init?(seconds: Int, nanoseconds: Int = 0, offset: Int = 0) {
    guard Self.bounds.contains(seconds), abs(offset) < 86_400 else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
    self.offset = offset
    let local = seconds + offset
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    second = local - days * 86_400
    (year, month, day) = Self.date(days: days)
  }

  var hour: Int { second / 3600 }
  var minute: Int { second / 60 % 60 }

  /// 1 for the first of January.
  var dayOfYear: Int { Self.days(year, month, day) - Self.days(year, 1, 1) + 1 }

  /// 0 for Sunday.
  var weekday: Int { Self.weekday(Self.days(year, month, day)) }

  private static func weekday(_ days: Int) -> Int { ((days + 4) % 7 + 7) % 7 }

  /// The week of ISO 8601, and the year that it belongs to.
  var week: (year: Int, number: Int) {
    let thursday = Self.days(year, month, day) + 3 - (weekday + 6) % 7
    let year = Self.date(days: thursday).year
    return (year, (thursday - Self.days(year, 1, 1)) / 7 + 1)
  }

  /// Days from 1970-01-01 to a date of the Gregorian calendar.
  ///
  /// After <https://howardhinnant.github.io/date_algorithms.html#days_from_civil>.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func length(of month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// The reverse of `days`.
  private static func date(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }
}

extension TimePoint {
  /// The time that a value says: `now`, seconds since 1970, or a date as people write it. Nil if it says none.
  static func read(_ datum: Datum, now: Int, _ meter: Meter) throws(Halt) -> TimePoint? {
    switch datum {
    case .value(.integer(let seconds)): return TimePoint(seconds: seconds)
    case .value(.string(let text)):
      try meter.charge(text.utf8.count)
      // No date is longer.
      guard text.utf8.count <= 128 else { return nil }
      let lower = text.lowercased()
      if lower == "now" || lower == "today" { return TimePoint(seconds: now) }
      if !lower.isEmpty, lower.utf8.allSatisfy(\.isDigit), let seconds = Int(lower) {
        return TimePoint(seconds: seconds)
      }
      var reader = TimeReader(lower)
      return reader.read(now: now)
    default: return nil
    }
  }
}
