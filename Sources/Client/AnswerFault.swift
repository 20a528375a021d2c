/// Why an answer with a status of success cannot be used.
struct AnswerFault: Error, Hashable {
  /// `.malformed` or `.incomplete`.
  let cause: APIFailure.Cause
  /// May hold a piece of the answer, uncut.
  let reason: String

  static func malformed(_ reason: String, _ body: [UInt8]) -> AnswerFault {
    let text = Excerpt.text(of: body)
    let seen = text.contains { !$0.isWhitespace } ? "it begins: \(text)" : "it is empty"
    return AnswerFault(cause: .malformed, reason: "\(reason); \(seen)")
  }
}
