internal import ArgumentParser

/// Which spec, in which environment.
struct SpecArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The spec: a YAML file, or a folder of them.", valueName: "PATH"),
    completion: .file(extensions: ["yaml"])
  )
  var path = "integration.yaml"

  @OptionGroup var choice: EnvironmentArguments
}
