internal import ArgumentParser

/// Which spec, in which environment.
struct SpecArguments: ParsableArguments {
  @Argument(help: "The spec: a YAML file, or a folder of them.")
  var path = "integration.yaml"

  @OptionGroup var choice: EnvironmentArguments
}
