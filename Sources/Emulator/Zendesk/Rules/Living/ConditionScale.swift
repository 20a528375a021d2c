/// By what values are greater or less than one another.
enum ConditionScale: Sendable, Hashable {
  /// Not at all.
  case words
  case numbers
  /// Dates as ISO 8601 writes them; the time of day does not count.
  case dates
  /// Least first; the empty text stands for no value.
  case ranks([String])

  static let statuses = ranks(["new", "open", "pending", "hold", "solved", "closed"])
  /// That a ticket without a priority counts as below all others is unconfirmed.
  static let priorities = ranks(["", "low", "normal", "high", "urgent"])

  /// Where `text` stands; nil if it is nothing of the kind.
  func place(of text: String) -> Double? {
    switch self {
    case .words: nil
    case .numbers: Double(text)
    case .dates: BrazeTime.seconds(text.prefix(10)).map { Double($0) }
    case .ranks(let words): words.firstIndex(of: text).map { Double($0) }
    }
  }

  func areEqual(_ left: String, _ right: String) -> Bool {
    if let left = place(of: left), let right = place(of: right) { return left == right }
    return left == right
  }
}
