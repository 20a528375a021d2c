internal import ArgumentParser
internal import Rendering
internal import Values

struct SchemaCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the spec's language as JSON Schema, for editors.",
    usage: "lockstep schema",
    discussion: """
      Begin a spec with the line
        # yaml-language-server: $schema=integration.schema.json

      EXAMPLES
        lockstep schema > integration.schema.json
      """
  )

  func run(in session: Session) async -> ExitStatus {
    session.write(SpecSchema.value(of: LoadedSpec.kinds).json(.pretty) + "\n")
    return .done
  }
}
