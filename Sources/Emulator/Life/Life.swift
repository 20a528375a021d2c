internal import Values

/// What goes on in an emulated system beyond its answers: what happened, what is due, and how the
/// open facts are read.
///
/// There is one for both systems; each has it while it works.
struct Life: Sendable {
  var chronicle = Chronicle()
  var agenda = Agenda()
  var readings = Readings()
  /// The number of the entry that led to what is being done; nil where somebody outside did.
  var cause: Int?
  /// Whether the emulated Zendesk has put on the agenda what its store says is due.
  var zendeskIsAwake = false

  /// - Returns: The entry's number, to be the cause of what comes of it.
  @discardableResult
  mutating func note(
    _ occurrence: Occurrence,
    in system: Vendor,
    at time: Int,
    cause: Int? = nil,
    _ details: Members
  ) -> Int {
    chronicle.note(occurrence, in: system, at: time, cause: cause ?? self.cause, details)
  }

  mutating func plan(_ work: Job.Work, due: Int, cause: Int?) {
    agenda.add(Job(due: due, cause: cause, work: work))
  }
}
