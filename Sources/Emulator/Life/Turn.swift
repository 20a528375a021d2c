/// A campaign's message on its way to a user, from the entry until it is received or given up.
struct Turn: Sendable, Hashable {
  /// The campaign's id.
  var journey: String
  /// The user's `braze_id`.
  var profile: String
}
