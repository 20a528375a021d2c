internal import ArgumentParser

/// A command that gets everything around it handed in.
protocol SessionCommand: ParsableCommand {
  mutating func run(in session: Session) async -> ExitStatus
}
