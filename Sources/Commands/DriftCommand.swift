internal import ArgumentParser
internal import Planning
internal import Rendering

struct DriftCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "What somebody changed since the last apply; exits with 2 if anything.",
    discussion: """
      Pending changes of the spec are not drift. Without a lock every difference counts.

      EXAMPLES
        lockstep drift --environment production
        lockstep drift --environment production --unmanaged --format json
      """
  )

  @OptionGroup var spec: SpecArguments
  @OptionGroup var output: OutputArguments

  @Option(help: ArgumentHelp("Only these resources.", valueName: "ADDRESS"))
  var only: [String] = []

  @Option(help: ArgumentHelp("All resources but these.", valueName: "ADDRESS"))
  var exclude: [String] = []

  @Flag(help: "Report objects of the managed kinds that the spec does not know, too.")
  var unmanaged = false

  func run(in session: Session) async -> ExitStatus {
    let reporter = Reporter(session, output)
    var options = PlanningOptions()
    options.selection = Selection(only: only, exclude: exclude)
    options.reportsUnmanaged = unmanaged
    let wish = Preparation.Wish(
      path: spec.path,
      environment: spec.choice.environment,
      variables: spec.choice.variables,
      options: options
    )
    do throws(Preparation.Failure) {
      let preparation = try await Preparation.prepare(wish, in: session)
      if let problem = await preparation.connections.shutdown() { reporter.complain([problem]) }
      reporter.complain(preparation.plan.diagnostics)
      if reporter.isText {
        session.write(DriftText(palette: reporter.palette).text(of: preparation.plan))
      } else {
        reporter.write(DriftJSON.report(preparation.plan))
      }
      return preparation.plan.drift.isEmpty ? .done : .changes
    } catch {
      return reporter.fail(error.diagnostics, error.status)
    }
  }
}
