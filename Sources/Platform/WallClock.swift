#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The time of day.
package enum WallClock {
  /// The time now, in whole seconds since 1970-01-01T00:00:00Z.
  package static func epochSeconds() -> Int {
    Int(time(nil))
  }

  /// That many seconds since 1970-01-01T00:00:00Z as ISO 8601 writes them: `2026-11-21T10:00:00Z`.
  ///
  /// A year before 0 or after 9999 takes a sign or more digits.
  package static func iso8601(_ epochSeconds: Int) -> String {
    let (days, second) = epochSeconds.flooredDivision(by: 86_400)
    let (year, month, day) = date(days: days)
    return "\(padded(year, to: 4))-\(padded(month))-\(padded(day))"
      + "T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
  }

  /// The Gregorian date that many days after 1970-01-01.
  ///
  /// Years begin in March here, so that the leap day is the last one; an era is 400 of them. After
  /// <https://howardhinnant.github.io/date_algorithms.html#civil_from_days>.
  private static func date(days: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  private static func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}

extension Int {
  /// The quotient rounded down, and the remainder that is never negative.
  fileprivate func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
