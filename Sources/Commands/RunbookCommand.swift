internal import ArgumentParser
internal import Diagnostics
internal import Planning
internal import Rendering
internal import Spec

struct RunbookCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "runbook",
    abstract: "The steps that only a person can do, with every value to be copied.",
    usage: "lockstep runbook [<options>] [<PATH>]",
    discussion: """
      A checklist in order of dependency, fit for a pull request or a ticket. A
      secret is told by the name of its variable, never by its value.

      --perform does a person's part on an emulator, embedded or served at a
      loopback address, and is refused elsewhere. It attests nothing.

      EXAMPLES
        lockstep runbook --environment production > runbook.md
        lockstep runbook --format text
        lockstep runbook --perform --environment local
      """
  )

  @OptionGroup var spec: SpecArguments

  @Option(help: ArgumentHelp("markdown, text, or json for programs.", valueName: "FORMAT"))
  var format = Format.markdown

  @Option(
    help: ArgumentHelp("auto colours a terminal where NO_COLOR is not set.", valueName: "WHEN")
  )
  var color = OutputArguments.ColorChoice.auto

  @Flag(help: "Do these steps on an emulator.")
  var perform = false

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, text, json
  }

  func run(in session: Session) async -> ExitStatus {
    let reporter = Reporter(session, format == .json ? .json : .text, color)
    let wish = Preparation.Wish(
      path: spec.path,
      environment: spec.choice.environment,
      variables: spec.choice.variables,
      options: PlanningOptions()
    )
    do throws(Preparation.Failure) {
      guard !perform else { return try await act(wish, reporter) }
      let preparation = try await Preparation.prepare(wish, in: session)
      if let problem = await preparation.connections.shutdown() { reporter.complain([problem]) }
      reporter.complain(preparation.plan.diagnostics)
      let runbook = runbook(preparation)
      switch format {
      case .markdown: session.write(RunbookMarkdown.text(of: runbook))
      case .text:
        let text = RunbookText(palette: reporter.palette, width: session.outputWidth)
        session.write(text.text(of: runbook))
      case .json: reporter.write(RunbookJSON.value(of: runbook))
      }
      return .done
    } catch {
      return reporter.fail(error.diagnostics, error.status)
    }
  }

  private func runbook(_ preparation: Preparation) -> Runbook {
    Runbook(
      preparation.plan,
      resources: preparation.desired.resources,
      invocation: Invocation(
        path: spec.path == "integration.yaml" ? nil : spec.path,
        environment: preparation.plan.environment,
        variables: spec.choice.variables
      )
    )
  }

  /// Does a person's part on an emulator.
  private func act(
    _ wish: Preparation.Wish,
    _ reporter: Reporter
  ) async throws(Preparation.Failure) -> ExitStatus {
    let (_, known, _) = try Preparation.resolve(wish, isOffline: true, in: reporter.session)
    if let refusal = Rehearsal.refusal(of: known) {
      throw Preparation.Failure(status: .noConsent, diagnostics: [refusal])
    }
    let preparation = try await Preparation.prepare(wish, in: reporter.session)
    reporter.complain(preparation.plan.diagnostics)
    var rehearsal = Rehearsal(preparation)
    var problems: [Diagnostic] = []
    do throws(Diagnostic) {
      try await rehearsal.perform()
    } catch {
      problems.append(error)
    }
    if let problem = await preparation.connections.shutdown() { problems.append(problem) }
    let runbook = runbook(preparation)
    reporter.complain(problems)
    if reporter.isText {
      let text = RehearsalText(palette: reporter.palette, width: reporter.session.outputWidth)
      reporter.session.write(text.text(of: rehearsal.deeds, runbook))
    } else {
      reporter.write(RehearsalJSON.value(of: rehearsal.deeds, runbook, diagnostics: problems))
    }
    guard problems.hasErrors else { return .done }
    return rehearsal.deeds.isEmpty ? .failed : .partial
  }
}
