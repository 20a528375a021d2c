/// A word or sign between the braces.
struct Token {
  enum Kind: Hashable {
    case name(String)
    case number(String)
    case string(String)
    /// `${key}`.
    case attribute(String)
    case comparison(Condition.Operator)
    case pipe, colon, comma, dot, dots, equals
    case openSquare, closeSquare, openRound, closeRound
    case end
  }

  let kind: Kind
  /// Where it was written.
  let range: Range<Int>
}
