internal import Emulator

/// Which readings of the open facts a scenario is still to be played with.
///
/// First those that it assumes, with the usual one of each other fact; then, for each fact that decided
/// something and is not assumed, each of its other readings, beside what was read when it did.
struct ReadingQueue {
  private var waiting: [[OpenFact: String]]
  private var met: Set<OpenFact>

  init(assuming assumptions: [OpenFact: String]) {
    waiting = [assumptions]
    met = Set(assumptions.keys)
  }

  /// The readings of the next run; nil where every one that matters was played.
  mutating func next() -> [OpenFact: String]? {
    waiting.isEmpty ? nil : waiting.removeFirst()
  }

  /// Takes note of what decided something in a run with `readings`.
  mutating func note(_ touched: Set<OpenFact>, reading readings: [OpenFact: String]) {
    for fact in OpenFact.allCases where touched.contains(fact) && met.insert(fact).inserted {
      for reading in fact.readings.dropFirst() {
        waiting.append(readings.merging([fact: reading.name]) { $1 })
      }
    }
  }
}
