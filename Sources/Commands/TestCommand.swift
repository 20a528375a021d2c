internal import ArgumentParser
internal import Diagnostics
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
      let (loaded, desired) = try resolve(in: session)
      let played = try read(for: desired, in: session)
      let deployment = try await Deploying(desired, of: loaded, in: session).deploy()
      return await play(played, on: deployment, desired.environment.description, reporter)
    } catch {
      return reporter.fail(error.diagnostics, error.status)
    }
  }

  /// The spec, and what it wants of an emulator.
  private func resolve(
    in session: Session
  ) throws(Preparation.Failure) -> (LoadedSpec, DesiredState) {
    let loaded: LoadedSpec
    let environment: String
    let variables: [String: String]
    do throws(Diagnostic) {
      loaded = try LoadedSpec(spec.path, in: session)
      environment =
        loaded.diagnostics.hasErrors
        ? "" : try loaded.environmentToTest(spec.choice.environment, in: session)
      variables = try LoadedSpec.variables(spec.choice.variables)
    } catch {
      throw Preparation.Failure(status: .invalid, diagnostics: [error])
    }
    guard !loaded.diagnostics.hasErrors else {
      throw Preparation.Failure(status: .invalid, diagnostics: loaded.diagnostics)
    }
    let emulated = loaded.onEmulator
    let (desired, found) = emulated.resolve(
      environment: environment,
      variables: variables,
      secrets: .unread
    )
    guard let desired else {
      throw Preparation.Failure(status: .invalid, diagnostics: loaded.diagnostics + found)
    }
    return (emulated, desired)
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
    for scenario in scenarios {
      progress.show(scenario.title)
      let report = await ScenarioPlay.play(scenario, on: deployment)
      reports.append(report)
      progress.clear()
      if format == .text { session.write(text.text(of: report)) }
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
