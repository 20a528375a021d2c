internal import ArgumentParser

/// In which environment, with which variables.
struct EnvironmentArguments: ParsableArguments {
  @Option(
    name: [.customLong("environment"), .customShort("e")],
    help: ArgumentHelp(
      "The environment; else $LOCKSTEP_ENVIRONMENT, else the only one the spec declares.",
      valueName: "NAME"
    ),
    completion: SpecCompletion.environments
  )
  var environment: String?

  @Option(
    name: .customLong("var"),
    help: ArgumentHelp("A variable's value, before all others.", valueName: "NAME=VALUE")
  )
  var variables: [String] = []

  /// Nothing was said.
  var isSilent: Bool { environment == nil && variables.isEmpty }
}
