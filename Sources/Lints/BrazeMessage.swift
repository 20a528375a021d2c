internal import Model
internal import Values

/// What a request asks of Braze: a campaign or Canvas to be sent, profiles to be written.
///
/// - `/campaigns/trigger/send`:
///   https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_send_triggered_campaigns
/// - `/users/track`: https://www.braze.com/docs/api/endpoints/user_data/post_user_track
struct BrazeMessage: Sendable {
  enum Operation: String, Sendable {
    case campaign = "/campaigns/trigger/send"
    case canvas = "/canvas/trigger/send"
    case track = "/users/track"

    /// The member that names what is to be sent.
    var subject: String? {
      switch self {
      case .campaign: "campaign_id"
      case .canvas: "canvas_id"
      case .track: nil
      }
    }
  }

  /// An attribute of a profile that the request writes.
  struct Attribute: Sendable {
    let name: String
    let value: BodyNode
  }

  /// The members of an object of attributes that say whose they are and how they are to be written.
  private static let handles: Set = [
    "external_id", "user_alias", "braze_id", "_update_existing_only", "push_token_import",
  ]

  let sender: Address
  let operation: Operation
  let body: BodyNode
  /// The id of the campaign or Canvas; nil where the body has none, or there can be none.
  let subject: BodyNode?
  /// Every external id of a user that the body names, in the order of writing.
  let users: [BodyNode]
  /// Every attribute that the body writes, in the order of writing.
  let attributes: [Attribute]

  /// Nil where `sending` goes elsewhere, or holds no JSON.
  ///
  /// A path with a slip in it counts as the one that was meant.
  init?(_ sending: Sending) {
    guard case .braze(let path) = sending.destination,
      let operation = BrazePaths.meant(by: path).flatMap(Operation.init),
      let body = sending.json
    else { return nil }
    sender = sending.sender
    self.operation = operation
    self.body = body
    subject = operation.subject.flatMap { body[$0] }
    switch operation {
    case .campaign, .canvas:
      let recipients = body["recipients"]?.items ?? []
      users = recipients.compactMap { $0["external_user_id"] }
      attributes = recipients.flatMap { recipient in
        (recipient["attributes"]?.members ?? []).map { Attribute(name: $0.key, value: $0.value) }
      }
    case .track:
      let profiles = body["attributes"]?.items ?? []
      let others = ["events", "purchases"].flatMap { body[$0]?.items ?? [] }
      users = (profiles + others).compactMap { $0["external_id"] }
      attributes = profiles.flatMap { profile in
        profile.members.filter { !Self.handles.contains($0.key) }
          .map { Attribute(name: $0.key, value: $0.value) }
      }
    }
  }
}
