internal import Diagnostics
internal import Values
internal import YAML

/// Decodes the environments of a spec and the instances that they name.
struct EnvironmentReader {
  private typealias Entry = Findings.Entry

  private var findings = Findings()
  private var secretRanges: [String: SourceRange] = [:]

  /// The environments that `node` declares, those that cannot be used left out.
  static func read(
    _ node: Node
  ) -> (environments: [EnvironmentDeclaration], findings: Findings) {
    var reader = EnvironmentReader()
    let entries = reader.findings.optionalEntries(of: node, label: "environments")
    if entries?.isEmpty == true { reader.findings.reportNoEnvironments(at: node.range) }
    let environments = (entries ?? []).compactMap { reader.environment($0) }
    return (environments, reader.findings)
  }

  private mutating func environment(_ entry: Entry) -> EnvironmentDeclaration? {
    let label = "The environment \"\(entry.key)\""
    let name = EnvironmentName(entry.key)
    if name == nil {
      findings.reportInvalidName(
        entry.key,
        at: entry.keyRange,
        rule: "The name of an environment consists of a-z, 0-9, \"_\" and \"-\"."
      )
    }
    secretRanges = [:]
    guard let entries = findings.entries(of: entry.value, label: entry.key) else { return nil }
    let keys = ["emulator", "zendesk", "braze", "protected", "variables"]
    let parts = self.parts(entries, of: label, keys: keys)
    let isProtected = parts["protected"].flatMap {
      findings.boolean(of: $0.value, label: "protected")
    }
    let variables = parts["variables"].map { findings.variables(of: $0.value) }
    let target =
      self.target(parts, of: label, at: entry.keyRange) ?? .instances(zendesk: nil, braze: nil)
    guard let name else { return nil }
    // Where there is no target at all, that is reported, and no system need be reported again.
    let declared = parts["zendesk"] == nil && parts["braze"] == nil ? Set(keys) : Set(parts.keys)
    return EnvironmentDeclaration(
      name: name,
      range: entry.keyRange,
      isProtected: isProtected ?? false,
      target: target,
      variables: variables ?? Variables(),
      secretRanges: secretRanges,
      flawed: declared.filter { target.origin(of: $0) == nil }
    )
  }

  private mutating func target(
    _ parts: [String: Entry],
    of label: String,
    at range: SourceRange
  ) -> Target? {
    let zendesk = parts["zendesk"].map { self.zendesk($0) }
    let braze = parts["braze"].map { self.braze($0) }
    if let emulator = parts["emulator"] {
      if let instance = parts["zendesk"] ?? parts["braze"] {
        reportConflict(
          "\(label) is either emulated or real: it cannot have both \"emulator\" and "
            + "\"\(instance.key)\". Remove one of them.",
          at: instance.keyRange
        )
      }
      return findings.text(of: emulator.value, label: "emulator")
        .map { .emulator(store: $0, emulator.value.range) }
    }
    guard zendesk != nil || braze != nil else {
      findings.report(
        "missing-key",
        "Missing key",
        "\(label) names nothing to apply the spec to. Add \"emulator: .lockstep/NAME\", "
          + "or \"zendesk\" with its subdomain and auth.",
        at: range
      )
      return nil
    }
    return .instances(zendesk: zendesk ?? nil, braze: braze ?? nil)
  }

  private mutating func zendesk(_ entry: Entry) -> ZendeskInstance? {
    guard let entries = findings.entries(of: entry.value, label: "zendesk") else { return nil }
    let parts = self.parts(entries, of: "\"zendesk\"", keys: ["subdomain", "url", "auth"])
    let origin: String?
    switch (parts["subdomain"], parts["url"]) {
    case (let subdomain?, nil): origin = self.subdomain(subdomain)
    case (nil, let url?): origin = self.origin(url)
    case (_?, let url?):
      reportConflict(
        "\"subdomain\" and \"url\" both say where the account is. Remove one of them.",
        at: url.keyRange
      )
      origin = nil
    case (nil, nil):
      findings.report(
        "missing-key",
        "Missing key",
        "\"zendesk\" does not say which account. Add \"subdomain\", the part of its address "
          + "before .zendesk.com.",
        at: entry.keyRange
      )
      origin = nil
    }
    guard let auth = parts["auth"] else {
      findings.reportMissingKey("auth", of: "\"zendesk\"", at: entry.keyRange)
      return nil
    }
    guard let credentials = credentials(auth), let origin else { return nil }
    return ZendeskInstance(origin: origin, credentials: credentials, range: entry.keyRange)
  }

  private mutating func braze(_ entry: Entry) -> BrazeInstance? {
    guard let entries = findings.entries(of: entry.value, label: "braze") else { return nil }
    let keys = ["endpoint", "api_key"]
    let parts = self.parts(entries, of: "\"braze\"", keys: keys)
    for key in keys where parts[key] == nil {
      findings.reportMissingKey(key, of: "\"braze\"", at: entry.keyRange)
    }
    let endpoint = parts["endpoint"].flatMap { origin($0) }
    let apiKey = parts["api_key"].flatMap { secret($0) }
    guard let endpoint, let apiKey else { return nil }
    return BrazeInstance(endpoint: endpoint, apiKey: apiKey, range: entry.keyRange)
  }

  private mutating func credentials(_ entry: Entry) -> Credentials? {
    guard let entries = findings.entries(of: entry.value, label: "auth") else { return nil }
    let ways = [["client_id", "client_secret"], ["access_token"], ["email", "api_token"]]
    let parts = self.parts(entries, of: "\"auth\"", keys: ways.flatMap(\.self))
    let chosen = ways.filter { way in way.contains { parts[$0] != nil } }
    guard chosen.count < 2 else {
      reportConflict(
        "\"auth\" mixes several ways to authenticate. Write one of {client_id, client_secret}, "
          + "{access_token} or {email, api_token}.",
        at: entry.keyRange
      )
      return nil
    }
    let missing = (chosen.first ?? ways[0]).filter { parts[$0] == nil }
    for key in missing { findings.reportMissingKey(key, of: "\"auth\"", at: entry.keyRange) }
    let secrets = parts.filter { $0.key != "email" && $0.key != "client_id" }
      .compactMapValues { secret($0) }
    if let token = secrets["access_token"] { return .accessToken(token) }
    if let id = parts["client_id"].flatMap({ clientID($0) }), let secret = secrets["client_secret"]
    {
      return .oauthClient(id: id, secret: secret)
    }
    let email = parts["email"].flatMap { findings.text(of: $0.value, label: "email") }
    guard let email, let token = secrets["api_token"] else { return nil }
    return .apiToken(email: email, token)
  }

  /// A client's id may be read from the process environment or written down.
  private mutating func clientID(_ entry: Entry) -> Secret? {
    if case .tagged(.environment) = entry.value.reading { return secret(entry) }
    return findings.text(of: entry.value, label: entry.key)
      .map { Secret(name: entry.key, content: $0) }
  }

  private mutating func secret(_ entry: Entry) -> Secret? {
    guard case .tagged(.environment) = entry.value.reading, let name = entry.value.scalarText else {
      findings.reportClearText(entry.key, at: entry.keyRange)
      return nil
    }
    let range = entry.value.range
    guard findings.isVariableOfProcess(name, at: range) else { return nil }
    secretRanges[name] = secretRanges[name] ?? range
    return Secret(unread: name)
  }

  private mutating func subdomain(_ entry: Entry) -> String? {
    guard let text = findings.text(of: entry.value, label: entry.key) else { return nil }
    guard text.isHostLabel else {
      findings.report(
        "invalid-subdomain",
        "Invalid subdomain",
        "\"\(text)\" is no subdomain of Zendesk. Write only the part before .zendesk.com, "
          + "of a-z, 0-9 and \"-\": acme for https://acme.zendesk.com.",
        at: entry.value.range
      )
      return nil
    }
    return "https://\(text).zendesk.com"
  }

  private mutating func origin(_ entry: Entry) -> String? {
    guard let text = findings.text(of: entry.value, label: entry.key) else { return nil }
    do throws(Origin.Flaw) {
      return try Origin(text).text
    } catch {
      switch error {
      case .notAnOrigin:
        findings.report(
          "invalid-origin",
          "Invalid origin",
          "\"\(entry.key)\" must be scheme, host and perhaps a port, without a path, a user or a "
            + "slash at the end, such as https://rest.iad-01.braze.com.",
          at: entry.value.range,
          concealingLine: text.contains("@")
        )
      case .insecure:
        findings.report(
          "insecure-origin",
          "Insecure origin",
          "\"\(entry.key)\" would send credentials over plain http to another machine. Write "
            + "https; http is for 127.0.0.1, [::1] and localhost only.",
          at: entry.value.range
        )
      }
      return nil
    }
  }

  /// The entries by key; keys that are not among `keys` are reported.
  private mutating func parts(
    _ entries: [Entry],
    of label: String,
    keys: [String]
  ) -> [String: Entry] {
    var parts: [String: Entry] = [:]
    for entry in entries {
      if keys.contains(entry.key) {
        parts[entry.key] = entry
      } else {
        findings.reportUnknownKey(entry.key, at: entry.keyRange, in: label, valid: keys)
      }
    }
    return parts
  }

  private mutating func reportConflict(_ detail: String, at range: SourceRange) {
    findings.report("conflicting-keys", "Conflicting keys", detail, at: range)
  }
}
