/// A message that is to be rendered and sent to a user.
struct MessageOrder: Sendable, Hashable {
  var sort: Journey.Sort
  /// The id of the campaign or the Canvas.
  var journey: String
  /// Which of its messages, from 0.
  var step: Int
  /// The user's `braze_id`.
  var profile: String
  var dispatch: String
  var impulse: Impulse

  var turn: Turn { Turn(journey: journey, profile: profile) }
}
