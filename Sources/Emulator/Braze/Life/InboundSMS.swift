internal import Values

/// An SMS that a customer sends to a number of a subscription group.
struct InboundSMS: Sendable, Hashable {
  /// With a leading `+`.
  var from: String
  /// The group's id.
  var group: String
  var body: String
  var mediaURLs: [String]
  var category: KeywordCategory
}
