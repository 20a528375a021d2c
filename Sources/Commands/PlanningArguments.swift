internal import ArgumentParser

/// Which changes a run is about.
struct PlanningArguments: ParsableArguments {
  @OptionGroup var selection: SelectionArguments

  @Flag(help: "Send the secrets of objects that exist; nobody can read whether they are right.")
  var setSecrets = false

  @Option(
    help: ArgumentHelp("Consent to deleting this object and making it anew.", valueName: "ADDRESS"),
    completion: SpecCompletion.addresses
  )
  var allowReplace: [String] = []

  @Flag(help: "Consent to changes that delete users' data, such as a dropdown's option.")
  var allowDataLoss = false

  /// Nothing was said.
  var isSilent: Bool {
    selection.only.isEmpty && selection.exclude.isEmpty && !setSecrets && allowReplace.isEmpty
      && !allowDataLoss
  }
}
