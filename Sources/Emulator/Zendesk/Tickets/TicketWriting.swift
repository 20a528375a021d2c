internal import Platform
internal import Values

/// Who writes a ticket, how and when.
struct TicketWriting: Sendable {
  /// The id of the user who sends the request or works in the browser.
  var actor: Int
  var via: ViaChannel
  /// Seconds since 1970.
  var now: Int
  var unconfirmed: UnconfirmedBehaviour

  /// Whether somebody sits before the agents' pages.
  let isInBrowser: Bool

  /// Whether a ticket's requester is its submitter where nothing is said: an agent in the browser
  /// submits what an agent writes.
  var submitsAsRequester: Bool { !isInBrowser && unconfirmed.submitsAsRequester }

  var stamp: Value { .string(WallClock.iso8601(now)) }

  /// A request to the API; all credentials are the administrator's.
  init(_ call: Call) {
    actor = ZendeskState.administrator
    via = .api
    isInBrowser = false
    now = call.now
    unconfirmed = call.unconfirmed
  }

  /// An agent in the browser.
  init(agent: Int, now: Int, unconfirmed: UnconfirmedBehaviour) {
    actor = agent
    via = .webForm
    isInBrowser = true
    self.now = now
    self.unconfirmed = unconfirmed
  }

  /// The channel that a request pretends to come through, if it does.
  ///
  /// `via_id` is documented; that `via.channel` can be written is said by one document and denied
  /// by another, and what becomes of a channel that is none is unconfirmed: it is passed over.
  func channel(_ given: Parameters) throws(Refusal) -> ViaChannel {
    if let id = try given.number("via_id") { return ViaChannel(id: id) ?? via }
    switch given.members["via"]?["channel"] {
    case .integer(let id)?: return ViaChannel(id: id) ?? via
    case .string(let word)?: return ViaChannel(word: word) ?? via
    default: return via
    }
  }
}
