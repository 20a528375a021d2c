internal import Braze
internal import Client
internal import Diagnostics
internal import Spec
internal import Values
internal import Zendesk

/// How one system of an environment is spoken to.
struct Door: Sendable {
  /// `zendesk`
  let system: String
  let dialect: any Dialect
  /// What it is opened with.
  let secrets: [Secret]

  /// The doors to those of `systems` that `target` has.
  ///
  /// - Throws: `Preparation.Failure` if a credential cannot be sent.
  static func all(
    to target: Target,
    of systems: Set<String>
  ) throws(Preparation.Failure) -> [Door] {
    var doors: [Door] = []
    for system in systems.sorted() {
      guard let origin = target.origin(of: system) else { continue }
      switch (system, target) {
      case ("zendesk", .emulator): doors.append(Door(zendesk: origin, .emulator))
      case ("braze", .emulator): doors.append(Door(braze: origin, .emulator))
      case ("zendesk", .instances(let instance?, _)):
        let credentials = ZendeskCredentials(instance.credentials)
        try require(credentials.fault, at: instance.range)
        doors.append(Door(zendesk: origin, credentials))
      case ("braze", .instances(_, let instance?)):
        let credentials = BrazeCredentials.apiKey(instance.apiKey)
        try require(credentials.fault, at: instance.range)
        doors.append(Door(braze: origin, credentials))
      default: continue
      }
    }
    return doors
  }

  private init(zendesk origin: String, _ credentials: ZendeskCredentials) {
    system = "zendesk"
    dialect = ZendeskDialect(origin: origin, credentials: credentials)
    secrets = credentials.secrets
  }

  private init(braze origin: String, _ credentials: BrazeCredentials) {
    system = "braze"
    dialect = BrazeDialect(origin: origin, credentials: credentials)
    secrets = credentials.secrets
  }

  private static func require(
    _ fault: String?,
    at range: SourceRange
  ) throws(Preparation.Failure) {
    guard let fault else { return }
    throw Preparation.Failure(
      status: .invalid,
      diagnostics: [
        Diagnostic(
          code: "malformed-credential",
          summary: "A credential cannot be sent",
          detail: "\(fault). Nothing was sent; correct the variable and run again.",
          at: range
        )
      ]
    )
  }
}

extension ZendeskCredentials {
  fileprivate init(_ credentials: Credentials) {
    self =
      switch credentials {
      case .accessToken(let token): .accessToken(token)
      case .apiToken(let email, let token): .apiToken(email: email, token)
      case .oauthClient(let id, let secret): .oauthClient(id: id, secret: secret)
      }
  }
}
