/// Something that an emulated system does by itself, at once or later.
struct Job: Sendable {
  enum Work: Sendable {
    case zendesk(ZendeskJob)
    case braze(BrazeJob)

    /// What does it: the same for each time that a webhook or a campaign is at work.
    var origin: String {
      switch self {
      case .zendesk(let work): work.origin
      case .braze(let work): work.origin
      }
    }
  }

  /// Seconds since 1970.
  var due: Int
  /// The number of the chronicle's entry that led to it.
  var cause: Int?
  /// The origins of the jobs that it came of, the first one first.
  var trail: [String] = []
  var work: Work

  /// Whether it is at least the third of its origin in a row of things that came of one another.
  var isEcho: Bool { trail.count { $0 == work.origin } >= 2 }
}
