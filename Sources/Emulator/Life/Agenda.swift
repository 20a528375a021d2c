/// What is still to be done, soonest first; of what is due together, what was added first.
struct Agenda: Sendable {
  /// Those before `start` are done.
  private var jobs: [Job] = []
  private var start = 0

  var next: Int? { start < jobs.endIndex ? jobs[start].due : nil }
  var isEmpty: Bool { start == jobs.endIndex }

  mutating func add(_ job: Job) {
    var (low, high) = (start, jobs.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if jobs[middle].due > job.due { high = middle } else { low = middle + 1 }
    }
    jobs.insert(job, at: low)
  }

  /// Takes out the first job that is due at `time` or was before.
  mutating func take(dueAt time: Int) -> Job? {
    guard start < jobs.endIndex, jobs[start].due <= time else { return nil }
    let job = jobs[start]
    start += 1
    // Moving the others up for each one would take a broadcast's square of a time.
    if start * 2 > jobs.count {
      jobs.removeFirst(start)
      start = 0
    }
    return job
  }

  /// Takes out everything that is due at `time` or was before.
  mutating func takeAll(dueAt time: Int) -> [Job] {
    var taken: [Job] = []
    while let job = take(dueAt: time) { taken.append(job) }
    return taken
  }

  func contains(_ predicate: (Job) -> Bool) -> Bool { jobs[start...].contains(where: predicate) }
}
