internal import Platform
internal import Values

/// One request on its way through a collection.
struct Call: Sendable {
  let request: EmulatedRequest
  /// Seconds since 1970.
  let now: Int
  let unconfirmed: UnconfirmedBehaviour

  /// The present moment as objects record it.
  var stamp: Value { .string(WallClock.iso8601(now)) }

  /// The names that `include` lists.
  var included: Set<String> {
    let names = request.query["include"]?.split(separator: ",") ?? []
    return Set(names.map { String($0.drop { $0 == " " }) })
  }

  /// A title or name as the account keeps it.
  func trimmed(_ text: String) -> String {
    guard unconfirmed.trimsNames else { return text }
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
