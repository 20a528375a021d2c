package import Diagnostics
package import Model
package import Values

/// A spec that was read: everything that holds in every environment.
package struct Specification: Sendable {
  /// In the order of declaration, those that cannot be used left out.
  package let environments: [EnvironmentDeclaration]
  let variables: Variables
  let resources: [ResourceDraft]
  let scope: Scope
  /// What reading found, lest resolving says it again.
  let diagnostics: Set<Diagnostic>

  /// Reads `files`, all of one spec, and reports everything that is wrong in any environment.
  ///
  /// There is a spec even with errors, so that `resolve` can tell what else is wrong; nil only where
  /// a file is no YAML at all.
  package static func read(
    _ files: [SpecFile],
    options: SpecOptions
  ) -> (spec: Specification?, diagnostics: [Diagnostic]) {
    SpecReader.read(files, options: options)
  }

  /// What the spec wants of the environment called `name`.
  ///
  /// `variables` are those of the command line; `lint` holds the state to further rules, also one that
  /// errors left incomplete, so that all problems are told at once. The diagnostics are those of this
  /// environment alone; the state is nil if there is an error among them or was one in reading.
  package func resolve(
    environment name: String,
    variables: [String: String],
    secrets: SecretSource,
    lint: (DesiredState) -> [Diagnostic] = { _ in [] }
  ) -> (desired: DesiredState?, diagnostics: [Diagnostic]) {
    guard let environment = environments.first(where: { $0.name.description == name }) else {
      return (nil, [unknownEnvironment(name)])
    }
    var resolution = Resolution(
      environment,
      of: self,
      overrides: variables,
      secrets: secrets
    )
    let desired = resolution.desiredState(resources)
    let found = resolution.diagnostics + lint(desired)
    let fresh = found.filter { !diagnostics.contains($0) }
    let isWhole = !diagnostics.hasErrors && !found.hasErrors
    return (isWhole ? desired : nil, fresh.inReadingOrder)
  }

  /// `findings` of the resource at `address` as diagnostics, each at the smallest piece of source that
  /// is to blame.
  package func diagnostics(_ findings: [Finding], of address: Address) -> [Diagnostic] {
    scope.diagnostics(findings, of: address)
  }

  /// What is written at `path` of the resource at `address`, or the smallest piece of source around it.
  package func range(of path: ValuePath, in address: Address) -> SourceRange? {
    scope.range(of: path, in: address)
  }

  private func unknownEnvironment(_ name: String) -> Diagnostic {
    let names = environments.map(\.name.description)
    let list =
      names.isEmpty
      ? "The spec declares none." : "Environments: \(names.joined(separator: ", "))."
    return Diagnostic(
      code: "unknown-environment",
      summary: "Unknown environment",
      detail: "The spec declares no environment \"\(name)\"."
        + "\(Suggestion.sentence(for: name, in: names)) \(list)"
    )
  }
}
