internal import ArgumentParser
internal import Diagnostics
internal import Spec

struct ValidateCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Everything that can be known offline, all problems at once; needs no secret.",
    usage: "lockstep validate [<options>] [<PATH>]",
    discussion: """
      EXAMPLES
        lockstep validate
        lockstep validate deploy/ --format json
      """
  )

  @Argument(
    help: ArgumentHelp("The spec: a YAML file, or a folder of them.", valueName: "PATH"),
    completion: .file(extensions: ["yaml"])
  )
  var path = "integration.yaml"

  @Option(
    name: .customLong("var"),
    help: ArgumentHelp("A variable's value, before all others.", valueName: "NAME=VALUE")
  )
  var variables: [String] = []

  @OptionGroup var output: OutputArguments

  func run(in session: Session) async -> ExitStatus {
    let reporter = Reporter(session, output)
    do throws(Diagnostic) {
      let loaded = try LoadedSpec(path, in: session)
      let values = try LoadedSpec.variables(variables)
      var diagnostics = loaded.diagnostics
      var known = Set(diagnostics)
      var resources = 0
      for environment in loaded.specification?.environments ?? [] {
        let (desired, found) = loaded.resolve(
          environment: environment.name.description,
          variables: values,
          secrets: .unread
        )
        resources = max(resources, desired?.resources.count ?? 0)
        diagnostics += found.filter { known.insert($0).inserted }
      }
      guard !diagnostics.hasErrors else { return reporter.fail(diagnostics, .invalid) }
      if reporter.isText {
        reporter.complain(diagnostics)
        let environments = loaded.specification?.environments.count ?? 0
        session.write(
          "\(path) is valid: \(resources) resource\(resources == 1 ? "" : "s"), "
            + "\(environments) environment\(environments == 1 ? "" : "s").\n"
        )
        return .done
      }
      return reporter.fail(diagnostics, .done)
    } catch {
      return reporter.fail([error], .invalid)
    }
  }
}
