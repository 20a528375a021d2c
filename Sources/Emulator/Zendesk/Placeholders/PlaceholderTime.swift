internal import Platform
internal import Values

/// Points in time as placeholders show them, in UTC, which stands for the account's time zone.
///
/// Only the form of those `with_timestamp` is documented, ISO 8601; that of the others is
/// unconfirmed.
enum PlaceholderTime {
  /// `September 18, 2023`
  static func date(_ stamp: String) -> String { spelled(stamp) { String($0) } }

  /// `September 18, 2023 at 23:37`
  static func dateWithTime(_ stamp: String) -> String { "\(date(stamp)) at \(clock(stamp))" }

  /// `Sep 18, 2023, 23:37`, as the heads of comments have it.
  static func brief(_ stamp: String) -> String {
    spelled(stamp) { String($0.prefix(3)) } + ", " + clock(stamp)
  }

  /// The three placeholders of one point in time; none where there is no such point.
  static func members(_ name: String, _ stamp: Value?) -> Members {
    guard let text = stamp?.text, !text.isEmpty else { return [:] }
    return [
      name: .string(date(text)), "\(name)_with_time": .string(dateWithTime(text)),
      "\(name)_with_timestamp": .string(text),
    ]
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func spelled(_ stamp: String, _ shorten: (String) -> String) -> String {
    let parts = stamp.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return stamp }
    return "\(shorten(months[parts[1] - 1])) \(parts[2]), \(parts[0])"
  }

  private static func clock(_ stamp: String) -> String { String(stamp.dropFirst(11).prefix(5)) }
}
