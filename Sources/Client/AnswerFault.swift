/// Why an answer with a status of success cannot be used.
struct AnswerFault: Error, Hashable {
  /// `.malformed` or `.incomplete`.
  let cause: APIFailure.Cause
  let reason: String
  /// What the fault was found in; nil where that says no more.
  var body: [UInt8]?

  static func malformed(_ reason: String, _ body: [UInt8]) -> AnswerFault {
    AnswerFault(cause: .malformed, reason: reason, body: body)
  }

  /// The reason with what there was instead, uncut.
  ///
  /// - Parameter isQuotable: False where answers may hold secrets, which are then not quoted.
  func explanation(isQuotable: Bool) -> String {
    guard let body else { return reason }
    let text = Excerpt.text(of: body)
    guard text.contains(where: { !$0.isWhitespace }) else { return "\(reason); it is empty" }
    let isPage = text.first { !$0.isWhitespace } == "<"
    let mayHoldValues = text.contains { "{[\"".contains($0) }
    guard isQuotable || isPage || !mayHoldValues else {
      return "\(reason); it has \(body.count) bytes, not shown for what may be in them"
    }
    return "\(reason); it begins: \(text)"
  }
}
