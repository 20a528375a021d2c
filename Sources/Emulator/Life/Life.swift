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
  /// The time of what is being done, in seconds since 1970.
  var now = 0
  /// The origins of the jobs that led to what is being done, and last that of the job itself.
  var trail: [String] = []
  /// Campaigns' messages on their way.
  var underway: Set<Turn> = []
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

  /// Seconds after which what comes of something counts as a beginning, not as its echo.
  private static let pause = 60

  mutating func plan(_ work: Job.Work, due: Int, cause: Int?) {
    let trail = due - now < Self.pause ? trail : []
    agenda.add(Job(due: due, cause: cause, trail: trail, work: work))
  }

  /// Plans the rest of what is being done, which comes of nothing else.
  mutating func planRest(_ work: Job.Work, due: Int, cause: Int?) {
    agenda.add(Job(due: due, cause: cause, trail: Array(trail.dropLast()), work: work))
  }
}
