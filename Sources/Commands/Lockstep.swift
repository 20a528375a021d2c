package import ArgumentParser
internal import Platform
internal import Rendering

/// The command line.
package struct Lockstep: ParsableCommand {
  package static let version = "0.1.0"

  package static let configuration = CommandConfiguration(
    commandName: "lockstep",
    abstract: "Keeps Zendesk, Braze and the glue between them in step with one YAML file.",
    discussion: """
      EXAMPLES
        lockstep validate              everything that can be known offline
        lockstep plan                  what would change
        lockstep apply                 show the plan, ask, do it
        lockstep drift                 what somebody changed by hand
        lockstep runbook               what only a person can do, step by step
        lockstep attest ADDRESS        record that such a step is done
        lockstep test                  play conversations through the spec
        lockstep plan --environment production --detailed-exitcode
        lockstep apply --environment production --yes --confirm production

      EXIT STATUS
        0  done                        5  network, or the server failed
        1  failed, or declined         6  consent is missing
        2  changes, or drift           7  the saved plan is stale
        3  wrong spec or command line  8  partly applied
        4  no access                   9  cannot decide safely
      """,
    version: "lockstep \(version)",
    subcommands: [
      ValidateCommand.self, ShowCommand.self, PlanCommand.self, ApplyCommand.self,
      DriftCommand.self, RunbookCommand.self, AttestCommand.self, TestCommand.self,
      EmulatorCommand.self, RenderCommand.self, SchemaCommand.self, CompletionsCommand.self,
    ]
  )

  package init() {}

  /// Help or an error, in lines that a person can follow.
  private static func message(for error: any Error, width: Int?) -> String {
    let text = fullMessage(for: error, columns: min(width ?? 80, 100))
    // The library breaks the lines of help, not those of errors and of usage.
    return LineWrap(width: width).text(text, hanging: 7) + "\n"
  }

  /// Runs the process's own command line and ends the process with its exit status.
  package static func main() async {
    StandardOutput.ignoreBrokenPipes()
    let session = Session.process
    let status = await run(Array(CommandLine.arguments.dropFirst()), in: session)
    Session.honest(status).endProcess()
  }

  /// Runs one command line.
  package static func run(_ arguments: [String], in session: Session) async -> ExitStatus {
    do {
      var command = try SpecCompletion.$session.withValue(session) {
        try parseAsRoot(arguments)
      }
      if var own = command as? any SessionCommand { return await own.run(in: session) }
      // The help command, and no command at all: both end by throwing what is to be printed.
      try command.run()
      return .done
    } catch {
      if exitCode(for: error).isSuccess {
        session.write(message(for: error, width: session.outputWidth))
        return .done
      }
      session.complain(message(for: error, width: session.errorWidth))
      return .invalid
    }
  }
}
