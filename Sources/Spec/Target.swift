package import Diagnostics
internal import Values

/// What an environment's spec is applied to.
package enum Target: Sendable {
  /// The embedded emulator, whose store is the folder at this path, relative to the spec's folder.
  case emulator(store: String, SourceRange)
  case instances(zendesk: ZendeskInstance?, braze: BrazeInstance?)

  package var isEmulated: Bool {
    if case .emulator = self { true } else { false }
  }

  /// The origin of `system`, without a slash at the end; nil where the environment has no such system.
  ///
  /// The emulator routes two fixed origins, so that what it stores is the same wherever it runs.
  package func origin(of system: String) -> String? {
    switch (self, system) {
    case (.emulator, "zendesk"): "https://zendesk.localhost"
    case (.emulator, "braze"): "https://braze.localhost"
    case (.instances(let zendesk, _), "zendesk"): zendesk?.origin
    case (.instances(_, let braze), "braze"): braze?.endpoint
    default: nil
    }
  }

  /// This target with `read` applied to each secret of the instances of `systems`.
  ///
  /// An instance that nobody talks to needs no credential.
  func readingSecrets(of systems: Set<String>, _ read: (Secret) -> Secret) -> Target {
    guard case .instances(var zendesk, var braze) = self else { return self }
    if systems.contains("zendesk") { zendesk?.credentials.readSecrets(read) }
    if systems.contains("braze"), let apiKey = braze?.apiKey { braze?.apiKey = read(apiKey) }
    return .instances(zendesk: zendesk, braze: braze)
  }
}
