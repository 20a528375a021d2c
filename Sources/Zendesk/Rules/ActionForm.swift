/// What the value of an action looks like.
///
/// https://developer.zendesk.com/documentation/ticketing/reference-guides/actions-reference/
enum ActionForm: Sendable {
  /// Anything: it differs by account, or the vendor says nothing.
  case any
  /// One text.
  case text
  /// One of these; an account may know more.
  case choice([String])
  /// The id of an object, or one of these words; "" for none where `mayBeEmpty`.
  case id([String], mayBeEmpty: Bool)
  /// A list of parts, the first of which is an id or one of these words.
  case parts([String], recipients: [String])
  /// A list: the webhook's id and what is sent.
  case webhook
  /// A list of whatever parts.
  case list
}
