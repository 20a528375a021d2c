package import Diagnostics
internal import Emulator

/// What came of playing a scenario.
package struct ScenarioReport: Sendable {
  /// The scenario played once.
  package struct Run: Sendable {
    /// How the open facts were read, but for those that are assumed and those read as usual.
    package let readings: [FactReading]
    /// Nil where all went as expected.
    package let failure: Failure?
  }

  package let title: String
  package let about: String?
  /// Where the title is written.
  package let place: Place
  /// What the scenario stands on.
  package let assumptions: [FactReading]
  /// The facts that decided something and were played in every reading.
  package let played: [PlayedFact]
  package let runs: [Run]

  init(_ scenario: Scenario, runs: [Run], touched: Set<OpenFact> = []) {
    title = scenario.title
    about = scenario.about
    place = scenario.place
    assumptions = FactReading.all(scenario.assumptions)
    played =
      OpenFact.allCases
      .filter { touched.contains($0) && scenario.assumptions[$0] == nil }.map { PlayedFact($0) }
    self.runs = runs
  }

  package var passed: Bool { runs.allSatisfy { $0.failure == nil } }

  /// The runs that failed, those together that failed alike, in the order of playing.
  package var failures: [(failure: Failure, runs: [Run])] {
    var groups: [(failure: Failure, runs: [Run])] = []
    for run in runs {
      guard let failure = run.failure else { continue }
      if let index = groups.firstIndex(where: { $0.failure.isLike(failure) }) {
        groups[index].runs.append(run)
      } else {
        groups.append((failure, [run]))
      }
    }
    return groups
  }
}
