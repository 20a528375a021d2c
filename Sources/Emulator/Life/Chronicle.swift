internal import Platform
internal import Values

/// What happened in the emulated systems, and what each of it came from.
struct Chronicle: Sendable {
  struct Entry: Sendable {
    /// Counted from 1.
    var number: Int
    /// Seconds since 1970.
    var time: Int
    var system: Vendor
    var occurrence: Occurrence
    /// The number of the entry that led to this one; nil where somebody outside did.
    var cause: Int?
    var details: Members

    var document: Value {
      let head: Members = [
        "number": .integer(number), "at": .string(WallClock.iso8601(time)),
        "system": .string(system == .zendesk ? "zendesk" : "braze"),
        "type": .string(occurrence.rawValue), "cause": cause.map { .integer($0) } ?? .null,
      ]
      return .object(head.merging(details))
    }
  }

  /// The oldest entries go first.
  private static let limit = 10_000

  private var entries: [Entry] = []
  private(set) var last = 0

  /// - Returns: The entry's number.
  @discardableResult
  mutating func note(
    _ occurrence: Occurrence,
    in system: Vendor,
    at time: Int,
    cause: Int?,
    _ details: Members
  ) -> Int {
    last += 1
    if entries.count == Self.limit { entries.removeFirst(Self.limit / 10) }
    entries.append(
      Entry(
        number: last,
        time: time,
        system: system,
        occurrence: occurrence,
        cause: cause,
        details: details
      )
    )
    return last
  }

  /// The entries that came after the one with this number.
  func entries(after number: Int) -> ArraySlice<Entry> {
    entries.drop { $0.number <= number }
  }
}
