internal import Braze
internal import Diagnostics
internal import Lints
internal import Platform
internal import Model
internal import Spec
internal import Zendesk

/// A spec that was read, with all that was found wrong in it.
struct LoadedSpec: Sendable {
  let folder: SpecFolder
  let specification: Specification?
  let diagnostics: [Diagnostic]

  /// Every kind that a spec may declare.
  static let kinds: [Kind] = ZendeskKinds.all + BrazeKinds.all

  init(_ path: String, in session: Session) throws(Diagnostic) {
    let folder = try SpecFolder(path, in: session)
    self.folder = folder
    let options = SpecOptions(kinds: Self.kinds) { path, file in
      folder.content(of: path, relativeTo: file, in: session)
    }
    (specification, diagnostics) = Specification.read(folder.files, options: options)
  }

  private init(_ folder: SpecFolder, _ specification: Specification?, _ diagnostics: [Diagnostic]) {
    self.folder = folder
    self.specification = specification
    self.diagnostics = diagnostics
  }

  /// The same with an emulator in place of every environment's instances.
  var onEmulator: LoadedSpec { LoadedSpec(folder, specification?.onEmulator, diagnostics) }

  /// What the spec wants of `environment`, held to every rule there is; nil where an error is found.
  func resolve(
    environment: String,
    variables: [String: String],
    secrets: SecretSource
  ) -> (desired: DesiredState?, diagnostics: [Diagnostic]) {
    guard let specification else { return (nil, []) }
    return specification.resolve(
      environment: environment,
      variables: variables,
      secrets: secrets
    ) { Linter.diagnostics(of: $0, in: specification) }
  }

  /// The environment that is meant, by option, variable or for lack of another.
  ///
  /// - Throws: a `Diagnostic` that lists the environments, if it is not clear.
  func environment(
    _ option: String?,
    in session: Session
  ) throws(Diagnostic) -> String {
    let declared = specification?.environments ?? []
    if let option { return option }
    if let variable = session.environment["LOCKSTEP_ENVIRONMENT"], !variable.isEmpty {
      return variable
    }
    if let only = declared.first, declared.count == 1 { return only.name.description }
    if session.isInputTerminal, let emulated = declared.first(where: { $0.target.isEmulated }) {
      return emulated.name.description
    }
    let names = declared.map(\.name.description).joined(separator: ", ")
    throw Diagnostic(
      code: "environment-not-chosen",
      summary: "No environment is chosen",
      detail: "The spec declares several: \(names). Say which one with --environment NAME, or set "
        + "LOCKSTEP_ENVIRONMENT."
    )
  }

  /// The environment whose variables scenarios are played with: the emulated one, where nothing is said.
  ///
  /// - Throws: as `environment(_:in:)` does.
  func environmentToTest(
    _ option: String?,
    in session: Session
  ) throws(Diagnostic) -> String {
    let emulated = (specification?.environments ?? []).filter(\.target.isEmulated)
    let isSilent = option == nil && (session.environment["LOCKSTEP_ENVIRONMENT"] ?? "").isEmpty
    if isSilent, emulated.count == 1 { return emulated[0].name.description }
    return try environment(option, in: session)
  }

  /// The values of `--var NAME=VALUE`.
  static func variables(_ texts: [String]) throws(Diagnostic) -> [String: String] {
    var variables: [String: String] = [:]
    for text in texts {
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        throw Diagnostic(
          code: "malformed-variable",
          summary: "A variable without a value",
          detail: "--var takes NAME=VALUE, and \"\(text)\" is none."
        )
      }
      variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
    }
    return variables
  }
}
