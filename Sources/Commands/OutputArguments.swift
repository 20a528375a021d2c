internal import ArgumentParser

/// How reports are written.
struct OutputArguments: ParsableArguments {
  @Option(help: "text, or json for programs.")
  var format = Format.text

  @Option(help: "auto, always or never; auto means on a terminal where NO_COLOR is not set.")
  var color = ColorChoice.auto

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }
}
