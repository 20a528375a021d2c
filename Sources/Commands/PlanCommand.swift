internal import ArgumentParser
internal import Diagnostics
internal import Planning
internal import Platform
internal import Rendering

struct PlanCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "What would change, and why.",
    usage: "lockstep plan [<options>] [<PATH>]",
    discussion: """
      EXAMPLES
        lockstep plan
        lockstep plan --environment production --detailed-exitcode
        lockstep plan --only 'zendesk.triggers.*' --format json
        lockstep plan --compact
        lockstep plan --environment production --out production.plan
      """
  )

  @OptionGroup var spec: SpecArguments
  @OptionGroup var planning: PlanningArguments
  @OptionGroup var layout: LayoutArguments
  @OptionGroup var output: OutputArguments

  @Option(
    help: ArgumentHelp(
      "Save the plan; `lockstep apply FILE` makes exactly these changes, or none.",
      valueName: "FILE"
    ),
    completion: .file()
  )
  var out: String?

  @Flag(help: "Ask each account what its rules can test and do, and name what it does not know.")
  var checkDefinitions = false

  @Flag(help: "Exit with 2 if there are changes.")
  var detailedExitcode = false

  func run(in session: Session) async -> ExitStatus {
    let reporter = Reporter(session, output)
    do throws(Preparation.Failure) {
      var wish = try Preparation.Wish(spec.path, spec.choice, planning)
      wish.checksDefinitions = checkDefinitions
      let preparation = try await Preparation.prepare(wish, in: session)
      if let problem = await preparation.connections.shutdown() { reporter.complain([problem]) }
      let plan = preparation.plan
      if let out, let problem = save(SavedPlan(wish, plan), to: out, session) {
        return reporter.fail([problem], .failed)
      }
      reporter.complain(plan.diagnostics)
      if reporter.isText {
        session.write(reporter.planText(isCompact: layout.compact).text(of: plan))
        if let out {
          session.write("Saved to \(out). To make these changes: lockstep apply \(out)\n")
        }
      } else {
        reporter.write(PlanJSON.value(of: plan))
      }
      return detailedExitcode && !plan.isEmpty ? .changes : .done
    } catch {
      return reporter.fail(error.diagnostics, error.status)
    }
  }

  /// Writes the plan; what is wrong if it could not be.
  private func save(_ saved: SavedPlan, to out: String, _ session: Session) -> Diagnostic? {
    let path = session.absolute(out)
    guard Folder.kind(of: path) == .missing || SavedPlan.isOne(path) else {
      return Diagnostic(
        code: "plan-not-written",
        summary: "The plan could not be saved",
        detail: "\(out) exists and is no saved plan. Name another file."
      )
    }
    do throws(FileError) {
      try AtomicFile.write(Array(saved.text.utf8), to: path)
      return nil
    } catch {
      return Diagnostic(
        code: "plan-not-written",
        summary: "The plan could not be saved",
        detail: "\(error)."
      )
    }
  }
}
