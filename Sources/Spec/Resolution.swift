internal import Diagnostics
internal import Model
internal import Values
internal import YAML

/// Fills in what depends on the environment: variables, origins and secrets.
struct Resolution {
  private let environment: EnvironmentDeclaration
  private let scope: Scope
  private let secrets: SecretSource
  private var variables: Variables
  private var findings = Findings()
  /// The variables of the process environment that are known to be unset.
  private var unset: Set<String> = []
  /// The systems whose absence from the environment is reported.
  private var missing: Set<String>

  var diagnostics: [Diagnostic] { findings.diagnostics }

  init(
    _ environment: EnvironmentDeclaration,
    of spec: Specification,
    overrides: [String: String],
    secrets: SecretSource
  ) {
    self.environment = environment
    self.secrets = secrets
    missing = environment.flawed
    scope = spec.scope
    variables = spec.variables.overridden(by: environment.variables)
    for (name, text) in overrides.sorted(by: { $0.key < $1.key }) {
      guard scope.variableNames.contains(name) else {
        let known = scope.variableNames.sorted()
        findings.report(
          "undeclared-variable",
          "Undeclared variable",
          "--var sets \"\(name)\", which the spec does not declare."
            + findings.suggestion(for: name, in: known)
            + " Declare it under \"variables\", or leave the option out.",
          at: nil
        )
        continue
      }
      variables.set(name, toText: text)
    }
  }

  mutating func desiredState(_ drafts: [ResourceDraft]) -> DesiredState {
    let ranges = environment.secretRanges
    let systems = Set(drafts.map(\.kind.system))
    let target = environment.target.readingSecrets(of: systems) { secret in
      secret.isRead ? secret : read(secret.name, at: ranges[secret.name] ?? environment.range)
    }
    let resources = drafts.map { resource($0) }
    findings.add(IdentityCheck.diagnostics(resources))
    findings.add(LimitCheck.diagnostics(resources))
    let values = variables.names.compactMap { name in
      variables[name]?.first.map { (name, plainValue($0)) }
    }
    return DesiredState(
      environment: environment.name,
      isProtected: environment.isProtected,
      target: target,
      resources: resources,
      variables: Members(values)
    )
  }

  private mutating func resource(_ draft: ResourceDraft) -> Resource {
    let known = findings.diagnostics.count
    if environment.target.origin(of: draft.kind.system) == nil {
      reportMissing(draft.kind.system, at: draft.range, why: "\(draft.address) belongs to it")
    }
    var attributes = Members()
    for (name, value) in draft.attributes {
      if let value = self.value(of: value) { attributes[name] = value }
    }
    requireWritten(attributes, draft)
    // What a person makes is expected to be what this tool would have made.
    if draft.mode == .verified, !draft.isAbsent {
      for attribute in draft.kind.schema where attributes[attribute.name] == nil {
        attributes[attribute.name] = attribute.defaultValue
      }
    }
    var resource = Resource(
      address: draft.address,
      kind: draft.kind,
      attributes: attributes,
      places: draft.places,
      range: draft.range
    )
    resource.mode = draft.mode
    resource.isAbsent = draft.isAbsent
    resource.isProtected = draft.isProtected
    resource.ignored = draft.ignored
    resource.silencings = draft.silencings
    resource.match = match(draft)
    // What is broken already would only be complained about twice.
    if draft.mode != .external, !draft.isAbsent, !draft.isFlawed,
      findings.diagnostics.count == known
    {
      let found = draft.kind.findings(in: attributes)
      findings.add(scope.diagnostics(found, of: draft.address))
    }
    return resource
  }

  /// Reports what is required and came to nothing, as a variable that is null.
  private mutating func requireWritten(_ attributes: Members, _ draft: ResourceDraft) {
    for attribute in draft.kind.schema where attribute.isRequired && !draft.isAbsent {
      // Of an external resource nothing is required but what it is found by.
      if draft.mode == .external, attribute.name != draft.kind.identity.attribute { continue }
      guard attributes[attribute.name] == .null,
        let written = draft.attributes.first(where: { $0.0 == attribute.name })?.1
      else { continue }
      // What is null in every environment was reported when the spec was read.
      if case .known = written { continue }
      findings.report(
        "missing-key",
        "Missing key",
        "\(draft.address) needs the key \"\(attribute.name)\", and it is null here.",
        at: draft.places[attribute.name] ?? draft.range
      )
    }
  }

  private mutating func match(_ draft: ResourceDraft) -> Resource.Match? {
    let value: Value?
    switch draft.match {
    case .id(let id)?: value = self.value(of: id)
    case .identity(let identity)?: value = self.value(of: identity)
    case nil: return nil
    }
    guard let value else { return nil }
    guard let text = value.scalarText, !text.isEmpty else {
      findings.report(
        "invalid-match",
        "Invalid match",
        "\"match\" needs text that is not empty and does not depend on other resources.",
        at: draft.matchRange
      )
      return nil
    }
    if case .id? = draft.match { return .id(text) }
    return .identity(text)
  }

  /// The value of `draft` in this environment; nil where there is none, which is then reported.
  private mutating func value(of draft: Draft) -> Value? {
    switch draft {
    case .known(let value): return value
    case .list(let items): return .list(items.compactMap { value(of: $0) })
    case .object(let members):
      return .object(
        Members(members.compactMap { key, draft in value(of: draft).map { (key, $0) } })
      )
    case .json(let draft): return value(of: draft).map(Value.json)
    case .variable(let name, let shape, let label, let range):
      return variable(name, shape: shape, label: label, at: range)
    case .secret(let name, let range): return .secret(read(name, at: range))
    case .origin(let system, let path, let range):
      guard let origin = environment.target.origin(of: system) else {
        reportMissing(system, at: range, why: "!\(system) needs its address")
        return nil
      }
      return .string(origin + path)
    case .bearer(let token):
      guard case .secret(let secret)? = value(of: token) else { return nil }
      return .secret(secret.map(recipe: Authorization.bearer, Authorization.bearer))
    case .basic(let username, let password):
      guard let name = value(of: username), case .secret(let secret)? = value(of: password) else {
        return nil
      }
      return .secret(basic(name, secret))
    }
  }

  private func basic(_ username: Value, _ password: Secret) -> Secret {
    let name: String?
    let shown: String
    if case .secret(let secret) = username {
      (name, shown) = (secret.reveal(), secret.recipe)
    } else {
      name = username.scalarText
      shown = name ?? ""
    }
    let whole = (name == nil ? password.unread : password)
    return whole.map(recipe: { Authorization.basicRecipe(username: shown, password: $0) }) {
      Authorization.basic(username: name ?? "", password: $0)
    }
  }

  private mutating func variable(
    _ name: String,
    shape: Shape?,
    label: String,
    at range: SourceRange
  ) -> Value? {
    guard let readings = variables[name] else {
      findings.report(
        "undeclared-variable",
        "Undeclared variable",
        "The environment \"\(environment.name)\" declares no variable \"\(name)\", and neither does "
          + "the file as a whole. Declare it there, or give it by --var.",
        at: range
      )
      return nil
    }
    var problem: Diagnostic?
    for node in readings {
      var decoder = ValueDecoder(scope: scope)
      let draft = decoder.decode(node, as: shape, called: label)
      if let value = draft?.knownValue, !decoder.findings.hasErrors { return value }
      problem = problem ?? decoder.findings.diagnostics.first
    }
    findings.report(
      "variable-does-not-fit",
      "Variable does not fit",
      "The value of \"\(name)\" cannot stand here. \(problem?.detail ?? "")",
      at: range
    )
    return nil
  }

  private func plainValue(_ node: Node) -> Value {
    var decoder = ValueDecoder(scope: scope)
    return decoder.decode(node, as: nil)?.knownValue ?? .null
  }

  private mutating func read(_ name: String, at range: SourceRange) -> Secret {
    if environment.target.isEmulated { return Secret(name: name, content: "dummy-\(name)") }
    guard case .process(let read) = secrets else { return Secret(unread: name) }
    if let text = read(name), !text.isEmpty { return Secret(name: name, content: text) }
    if unset.insert(name).inserted {
      findings.report(
        "environment-variable-not-set",
        "Environment variable is not set",
        "The secret \(name) is needed here, but the process environment has no variable \(name), "
          + "or an empty one. Set it and run the command again.",
        at: range
      )
    }
    return Secret(unread: name)
  }

  private mutating func reportMissing(_ system: String, at range: SourceRange, why: String) {
    guard missing.insert(system).inserted else { return }
    findings.report(
      "missing-instance",
      "Environment lacks an instance",
      "The environment \"\(environment.name)\" has no \"\(system)\", but \(why). "
        + "Add \"\(system)\" to the environment, or choose another one.",
      at: range
    )
  }
}
