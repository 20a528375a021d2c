/// An SMS to a user.
struct OutboundSMS: Sendable, Hashable {
  /// The user's `braze_id`.
  var profile: String
  var to: String
  /// The id of the subscription group whose number sends it.
  var group: String
  var body: String
}
