/// The shapes of tags: a dialect says which name has which.
enum TagGrammar: Sendable {
  case assign, capture, `if`, unless, `case`, `for`, tableRow, cycle, increment, decrement
  case comment, inlineComment, raw, echo, liquid, ifChanged, `break`, `continue`
  /// `abort_message`, with or without a reason, with or without parentheses.
  case abort
  /// Text and `:name value` options.
  case call
}
