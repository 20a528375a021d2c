internal import ArgumentParser

/// Which changes a run is about.
struct PlanningArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only these resources: an address or a pattern such as 'zendesk.triggers.*'.",
      valueName: "ADDRESS"
    )
  )
  var only: [String] = []

  @Option(help: ArgumentHelp("All resources but these.", valueName: "ADDRESS"))
  var exclude: [String] = []

  @Flag(help: "Send the secrets of objects that exist; nobody can read whether they are right.")
  var setSecrets = false

  @Option(
    help: ArgumentHelp("Consent to deleting this object and making it anew.", valueName: "ADDRESS")
  )
  var allowReplace: [String] = []

  @Flag(help: "Consent to changes that delete users' data, such as a dropdown's option.")
  var allowDataLoss = false

  /// Nothing was said.
  var isSilent: Bool {
    only.isEmpty && exclude.isEmpty && !setSecrets && allowReplace.isEmpty && !allowDataLoss
  }
}
