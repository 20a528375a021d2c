internal import ArgumentParser

/// Which of the spec's resources a run is about.
struct SelectionArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only these resources: an address or a pattern such as 'zendesk.triggers.*'.",
      valueName: "ADDRESS"
    ),
    completion: SpecCompletion.patterns
  )
  var only: [String] = []

  @Option(
    help: ArgumentHelp("All resources but these.", valueName: "ADDRESS"),
    completion: SpecCompletion.patterns
  )
  var exclude: [String] = []
}
