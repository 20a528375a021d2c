internal import ArgumentParser

struct CompletionsCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Prints the script that lets a shell complete commands, environments and addresses.",
    usage: "lockstep completions <SHELL>",
    discussion: """
      EXAMPLES
        source <(lockstep completions bash)
        lockstep completions zsh > ~/.zsh/completions/_lockstep
        lockstep completions fish > ~/.config/fish/completions/lockstep.fish
      """
  )

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish
  }

  @Argument(help: ArgumentHelp("The shell.", valueName: "SHELL"))
  var shell: Shell

  func run(in session: Session) async -> ExitStatus {
    let shell: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    session.write(Lockstep.completionScript(for: shell) + "\n")
    return .done
  }
}
