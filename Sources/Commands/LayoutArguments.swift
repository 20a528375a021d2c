internal import ArgumentParser

/// How much of a change a reader is shown.
struct LayoutArguments: ParsableArguments {
  @Flag(help: "One line a change, without values.")
  var compact = false
}
