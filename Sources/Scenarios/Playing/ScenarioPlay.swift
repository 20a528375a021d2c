internal import Emulator
internal import HTTPTypes
internal import Values

/// Plays a scenario in every reading of the open facts that decides something in it.
package enum ScenarioPlay {
  /// How many are played beside each other: as many as keep any machine busy, few enough for its memory.
  private static let width = 16

  /// Plays `scenarios`, and tells of each in their order as soon as those before it are over.
  package static func play(
    _ scenarios: [Scenario],
    on deployment: Deployment,
    tell: (ScenarioReport) -> Void
  ) async {
    await withTaskGroup(of: (Int, ScenarioReport).self) { group in
      var waiting = scenarios.enumerated().makeIterator()
      func start() {
        guard let (index, scenario) = waiting.next() else { return }
        group.addTask { (index, await play(scenario, on: deployment)) }
      }
      for _ in 0..<width { start() }
      var early: [Int: ScenarioReport] = [:]
      var next = 0
      for await (index, result) in group {
        start()
        early[index] = result
        while let report = early.removeValue(forKey: next) {
          tell(report)
          next += 1
        }
      }
    }
  }

  /// Plays `scenario` on `deployment`, which stays as it is.
  package static func play(
    _ scenario: Scenario,
    on deployment: Deployment
  ) async -> ScenarioReport {
    let world = await deployment.world.continued(reading: [:])
    var setting = Setting(visit: Visit(transport: world.transport), ids: deployment.ids)
    do throws(Visit.Refusal) {
      try await setting.make(scenario.people)
    } catch {
      let failure = Failure(of: scenario, error.explanation)
      return ScenarioReport(scenario, runs: [ScenarioReport.Run(readings: [], failure: failure)])
    }
    var queue = ReadingQueue(assuming: scenario.assumptions)
    var runs: [ScenarioReport.Run] = []
    var touched: Set<OpenFact> = []
    while let readings = queue.next() {
      let stage = await world.continued(reading: readings)
      var performance = Performance(
        of: scenario,
        on: deployment,
        Visit(transport: stage.transport),
        cast: setting.cast
      )
      let failure = await performance.play()
      queue.note(performance.touched, reading: readings)
      touched.formUnion(performance.touched)
      runs.append(
        ScenarioReport.Run(
          readings: FactReading.all(readings.filter { scenario.assumptions[$0.key] == nil }),
          failure: failure
        )
      )
    }
    return ScenarioReport(scenario, runs: runs, touched: touched)
  }
}
