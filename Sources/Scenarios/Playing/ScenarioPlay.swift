internal import Emulator
internal import HTTPTypes
internal import Values

/// Plays a scenario in every reading of the open facts that decides something in it.
package enum ScenarioPlay {
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
