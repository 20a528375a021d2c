/// What rules can ask of one field.
///
/// https://developer.zendesk.com/documentation/ticketing/reference-guides/conditions-reference/
struct ConditionField: Sendable {
  /// What is compared with.
  enum Values: Sendable {
    /// Anything: the vendor's lists differ by account, or say nothing.
    case any
    case text
    /// Words with blanks between.
    case words
    case number
    /// The number or the name of a channel.
    case channel
    /// The id of an object, or one of these words.
    case id([String])
    /// One of these; an account may know more.
    case choice([String])
  }

  let operators: [String]
  let values: Values
  /// Nobody and nothing are values too, written as "".
  let mayBeEmpty: Bool

  init(_ operators: [String], _ values: Values, mayBeEmpty: Bool = false) {
    self.operators = operators
    self.values = values
    self.mayBeEmpty = mayBeEmpty
  }
}
