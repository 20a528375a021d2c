internal import ArgumentParser
internal import Planning
internal import Rendering

struct DriftCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "What somebody changed since the last apply; exits with 2 if anything.",
    usage: "lockstep drift [<options>] [<PATH>]",
    discussion: """
      Pending changes of the spec are not drift. Without a lock every difference counts.

      EXAMPLES
        lockstep drift --environment production
        lockstep drift --environment production --unmanaged --format json
      """
  )

  @OptionGroup var spec: SpecArguments
  @OptionGroup var selection: SelectionArguments
  @OptionGroup var layout: LayoutArguments
  @OptionGroup var output: OutputArguments

  @Flag(help: "Report objects of the managed kinds that the spec does not know, too.")
  var unmanaged = false

  func run(in session: Session) async -> ExitStatus {
    let reporter = Reporter(session, output)
    var options = PlanningOptions()
    options.selection = Selection(only: selection.only, exclude: selection.exclude)
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
        let text = DriftText(
          palette: reporter.palette,
          width: session.outputWidth,
          isCompact: layout.compact
        )
        session.write(text.text(of: preparation.plan))
      } else {
        reporter.write(DriftJSON.report(preparation.plan))
      }
      return preparation.plan.drift.isEmpty ? .done : .changes
    } catch {
      return reporter.fail(error.diagnostics, error.status)
    }
  }
}
