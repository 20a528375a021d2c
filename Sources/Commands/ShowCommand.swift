internal import ArgumentParser
internal import Diagnostics
internal import Rendering
internal import Spec
internal import Values

struct ShowCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "The spec as resolved for an environment, secrets masked; needs no secret.",
    usage: "lockstep show [<options>] [<PATH>]",
    discussion: """
      EXAMPLES
        lockstep show --environment production
        lockstep show --format json
      """
  )

  @OptionGroup var spec: SpecArguments

  @Option(help: ArgumentHelp("The language it is written in.", valueName: "FORMAT"))
  var format = Format.yaml

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case yaml, json
  }

  func run(in session: Session) async -> ExitStatus {
    let reporter = Reporter(session, format == .json ? .json : .text)
    do throws(Diagnostic) {
      let loaded = try LoadedSpec(spec.path, in: session)
      guard !loaded.diagnostics.hasErrors else {
        return reporter.fail(loaded.diagnostics, .invalid)
      }
      let (desired, diagnostics) = loaded.resolve(
        environment: try loaded.environment(spec.choice.environment, in: session),
        variables: try LoadedSpec.variables(spec.choice.variables),
        secrets: .unread
      )
      guard let desired else { return reporter.fail(loaded.diagnostics + diagnostics, .invalid) }
      reporter.complain(loaded.diagnostics + diagnostics)
      let value = ResourcesText.value(
        of: desired.resources,
        environment: desired.environment.description,
        variables: desired.variables
      )
      session.write(format == .json ? value.json(.pretty) + "\n" : ResourcesText.yaml(value))
      return .done
    } catch {
      return reporter.fail([error], .invalid)
    }
  }
}
