internal import Values

/// What a request comes to, before its service dresses it with headers.
struct Answer: Sendable {
  var status = 200
  /// Nil for an empty body.
  var body: Value?
  /// The URL of what was created.
  var location: String?
  /// Further headers, by their names.
  var headers: [String: String] = [:]
  /// A request that has to be sent before the body can be known.
  var delivery: Delivery?
  /// The URL of the next page, where a header tells it.
  var next: String?
}
