internal import ArgumentParser
internal import Diagnostics
internal import Emulator
internal import Model
internal import Rendering
internal import Scenarios
internal import Spec
internal import Values

struct TestCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Plays scenarios through the spec, on an emulator in memory; offline.",
    usage: "lockstep test [<options>] [<PATH>]",
    discussion: """
      Each scenario is a conversation and what has to come of it. It is played in
      every reading of what the vendors' documents leave open, but for what it says
      it assumes. Nothing is sent, and nothing is written to disk.

      An environment is chosen for its variables alone; where none is named and one
      has an emulator, it is that one.

      EXAMPLES
        lockstep test
        lockstep test --only 'reaches the phone'
        lockstep test --scenarios conversations/ --format junit > report.xml
      """
  )

  @OptionGroup var spec: SpecArguments

  @Option(
    help: ArgumentHelp(
      "The scenarios: a file, or a folder of *.scenario.yaml; else those beside the spec and in scenarios/ there.",
      valueName: "PATH"
    ),
    completion: .file(extensions: ["yaml"])
  )
  var scenarios: String?

  @Option(
    help: ArgumentHelp("Only scenarios with this in their title or file name.", valueName: "TEXT")
  )
  var only: [String] = []

  @Option(help: ArgumentHelp("text, or json or junit for programs.", valueName: "FORMAT"))
  var format = Format.text

  @Option(
    help: ArgumentHelp("auto colours a terminal where NO_COLOR is not set.", valueName: "WHEN")
  )
  var color = OutputArguments.ColorChoice.auto

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, junit
  }

  func run(in session: Session) async -> ExitStatus {
    let reporter = Reporter(session, format == .json ? .json : .text, color)
    do throws(Preparation.Failure) {
      let emulated = try EmulatedSpec(spec.path, spec.choice, in: session)
      let played = try read(for: emulated.desired, in: session)
      let deployment = try await deploy(emulated, in: session)
      let environment = emulated.desired.environment.description
      return await play(played, on: deployment, environment, reporter)
    } catch {
      return reporter.fail(error.diagnostics, error.status)
    }
  }

  private func deploy(
    _ emulated: EmulatedSpec,
    in session: Session
  ) async throws(Preparation.Failure) -> Deployment {
    let world: EmulatorWorld
    do throws(EmulatorError) {
      world = try EmulatorWorld.empty()
    } catch {
      throw Preparation.Failure(status: .failed, diagnostics: [.store(error)])
    }
    let ids = try await Deploying(emulated, to: world.transport, in: session).deploy()
    return Deployment(
      world: world,
      ids: ids,
      places: emulated.places,
      conditions: emulated.conditions
    )
  }

  /// The scenarios that are meant.
  private func read(
    for desired: DesiredState,
    in session: Session
  ) throws(Preparation.Failure) -> [Scenario] {
    let files: [SpecFile]
    do throws(Diagnostic) {
      files = try ScenarioFolder(session: session).files(at: scenarios, besides: spec.path)
    } catch {
      throw Preparation.Failure(status: .invalid, diagnostics: [error])
    }
    let catalog = Catalog(desired.resources.filter { !$0.isAbsent }.map(\.address))
    var found: [Scenario] = []
    var problems: [Diagnostic] = []
    for file in files {
      let (scenario, diagnostics) = ScenarioReader.read(file.bytes, name: file.name, in: catalog)
      problems += diagnostics
      if let scenario { found.append(scenario) }
    }
    guard !problems.hasErrors else {
      throw Preparation.Failure(status: .invalid, diagnostics: problems)
    }
    let chosen = found.filter { scenario in
      only.isEmpty
        || only.contains { scenario.title.contains($0) || scenario.place.file.contains($0) }
    }
    guard !chosen.isEmpty else {
      throw Preparation.Failure(status: .invalid, diagnostics: [.noneChosen(only, found)])
    }
    return chosen
  }

  private func play(
    _ scenarios: [Scenario],
    on deployment: Deployment,
    _ environment: String,
    _ reporter: Reporter
  ) async -> ExitStatus {
    let session = reporter.session
    let text = ScenarioText(palette: reporter.palette, width: session.outputWidth)
    var progress = TestProgress(session: session, total: scenarios.count)
    var reports: [ScenarioReport] = []
    progress.show(scenarios[0].title)
    await ScenarioPlay.play(scenarios, on: deployment) { report in
      reports.append(report)
      progress.clear()
      if format == .text { session.write(text.text(of: report)) }
      if reports.count < scenarios.count { progress.show(scenarios[reports.count].title) }
    }
    switch format {
    case .text: session.write(text.summary(of: reports))
    case .json: reporter.write(ScenarioJSON.value(of: reports, environment: environment))
    case .junit: session.write(JUnitXML.text(of: reports))
    }
    return reports.allSatisfy(\.passed) ? .done : .failed
  }
}

extension Diagnostic {
  fileprivate static func noneChosen(_ only: [String], _ found: [Scenario]) -> Diagnostic {
    let titles = found.map { Value.string($0.title).json() }
    return Diagnostic(
      code: "no-scenarios",
      summary: "There is no scenario",
      detail: "--only \(only.joined(separator: ", ")) leaves none of \(titles.count): "
        + "\(titles.prefix(12).joined(separator: ", "))\(titles.count > 12 ? ", …" : "")."
    )
  }
}
