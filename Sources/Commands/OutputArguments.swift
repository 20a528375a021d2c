internal import ArgumentParser

/// How reports are written.
struct OutputArguments: ParsableArguments {
  @Option(help: ArgumentHelp("text, or json for programs.", valueName: "FORMAT"))
  var format = Format.text

  @Option(
    help: ArgumentHelp("auto colours a terminal where NO_COLOR is not set.", valueName: "WHEN")
  )
  var color = ColorChoice.auto

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }
}
