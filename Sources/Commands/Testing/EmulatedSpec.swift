internal import Diagnostics
internal import Spec

/// A spec, and what it wants of an emulator in the place of its environment's instances.
struct EmulatedSpec: Sendable {
  let loaded: LoadedSpec
  let desired: DesiredState

  /// Reads the spec at `path`. No secret is read.
  ///
  /// - Throws: `Preparation.Failure` with everything that is wrong with it.
  init(
    _ path: String,
    _ choice: EnvironmentArguments,
    in session: Session
  ) throws(Preparation.Failure) {
    let written: LoadedSpec
    let environment: String
    let variables: [String: String]
    do throws(Diagnostic) {
      written = try LoadedSpec(path, in: session)
      environment =
        written.diagnostics.hasErrors
        ? "" : try written.environmentToTest(choice.environment, in: session)
      variables = try LoadedSpec.variables(choice.variables)
    } catch {
      throw Preparation.Failure(status: .invalid, diagnostics: [error])
    }
    guard !written.diagnostics.hasErrors else {
      throw Preparation.Failure(status: .invalid, diagnostics: written.diagnostics)
    }
    loaded = written.onEmulator
    let (desired, found) = loaded.resolve(
      environment: environment,
      variables: variables,
      secrets: .unread
    )
    guard let desired else {
      throw Preparation.Failure(status: .invalid, diagnostics: written.diagnostics + found)
    }
    self.desired = desired
  }
}
