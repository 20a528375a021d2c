/// Something that an emulated system does by itself, at once or later.
struct Job: Sendable {
  enum Work: Sendable {
    case zendesk(ZendeskJob)
    case braze(BrazeJob)
  }

  /// Seconds since 1970.
  var due: Int
  /// The number of the chronicle's entry that led to it.
  var cause: Int?
  var work: Work
}
