/// What is still to be done, soonest first; of what is due together, what was added first.
struct Agenda: Sendable {
  private var jobs: [Job] = []

  var next: Int? { jobs.first?.due }
  var isEmpty: Bool { jobs.isEmpty }

  mutating func add(_ job: Job) {
    let place = jobs.firstIndex { $0.due > job.due } ?? jobs.endIndex
    jobs.insert(job, at: place)
  }

  /// Takes out the first job that is due at `time` or was before.
  mutating func take(dueAt time: Int) -> Job? {
    guard let first = jobs.first, first.due <= time else { return nil }
    return jobs.removeFirst()
  }

  mutating func clear() { jobs = [] }

  func contains(_ predicate: (Job) -> Bool) -> Bool { jobs.contains(where: predicate) }
}
