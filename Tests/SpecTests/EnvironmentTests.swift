internal import Diagnostics
internal import Testing
internal import Values

@testable internal import Spec

/// Environments, their instances and credentials.
struct EnvironmentTests {
  private static let tail = "\nzendesk: {groups: {a: {name: A}}}"

  private func spec(_ environment: String) -> MarkedSpec {
    MarkedSpec("version: 1\nenvironments:\n  local: \(environment)" + Self.tail)
  }

  private func target(
    _ environment: String,
    secrets: SecretSource = .unread
  ) throws -> Target {
    try desiredState(
      "version: 1\nenvironments:\n  local: \(environment)" + Self.tail,
      secrets: secrets
    ).target
  }

  @Test func `an emulated environment names its store`() throws {
    guard case .emulator(let store, let range) = try target("{emulator: .lockstep/local}") else {
      Issue.record("not emulated")
      return
    }
    #expect(store == ".lockstep/local")
    #expect(range.place.description == "integration.yaml:3:21")
  }

  @Test func `every way to authenticate is understood`() throws {
    let secrets = SecretSource.process { "text of \($0)" }
    let auths = [
      "{access_token: !env A}", "{email: me@acme.example, api_token: !env B}",
      "{client_id: !env C, client_secret: !env D}", "{client_id: plain, client_secret: !env D}",
    ]
    let found = try auths.map { auth in
      let target = try target("{zendesk: {subdomain: acme, auth: \(auth)}}", secrets: secrets)
      guard case .instances(let zendesk?, nil) = target else { return "" }
      #expect(zendesk.origin == "https://acme.zendesk.com")
      return switch zendesk.credentials {
      case .accessToken(let token): token.reveal() ?? ""
      case .apiToken(let email, let token): email + " " + (token.reveal() ?? "")
      case .oauthClient(let id, let secret): (id.reveal() ?? "") + " " + (secret.reveal() ?? "")
      }
    }
    let expected = [
      "text of A", "me@acme.example text of B", "text of C text of D", "plain text of D",
    ]
    #expect(found == expected)
  }

  @Test func `a Braze instance is understood beside Zendesk`() throws {
    let target = try target(
      """
      {zendesk: {url: "http://127.0.0.1:8080", auth: {access_token: !env A}}, \
      braze: {endpoint: "https://rest.iad-01.braze.com", api_key: !env B}}
      """,
      secrets: .process { $0 }
    )
    #expect(target.origin(of: "zendesk") == "http://127.0.0.1:8080")
    #expect(target.origin(of: "braze") == "https://rest.iad-01.braze.com")
    guard case .instances(_, let braze?) = target else { return #expect(Bool(false)) }
    #expect(braze.apiKey.name == "B" && !braze.apiKey.isRead)
  }

  @Test func `an unset or empty variable is named with its line, all at once`() {
    let source = MarkedSpec(
      """
      version: 1
      environments:
        local: {zendesk: {subdomain: acme, auth: {access_token: ⟦!env TOKEN}}}
      zendesk:
        hooks: {a: {name: A, endpoint: x, authorization: ⟦!env EMPTY}}
      """
    )
    let found = diagnose([source], secrets: .process { $0 == "EMPTY" ? "" : nil })
    #expect(found.map(\.code) == Array(repeating: "environment-variable-not-set", count: 2))
    #expect(found.compactMap { $0.range?.place.description } == source.marks)
    #expect(found.first?.detail.contains("TOKEN") == true)
    #expect(diagnose([source], secrets: .unread).isEmpty)
  }

  @Test func `a secret of another environment is not asked for`() throws {
    let text = """
      version: 1
      environments:
        local: {zendesk: {subdomain: a, auth: {access_token: !env MINE}}}
        other: {zendesk: {subdomain: b, auth: {access_token: !env OTHER}}}
      zendesk: {groups: {a: {name: A}}}
      """
    let state = try desiredState(text, secrets: .process { $0 == "MINE" ? "x" : nil })
    #expect(state.environment.description == "local")
  }

  @Test(
    arguments: [
      ("https://acme.zendesk.com/", "invalid-origin"), ("https://a.b/api", "invalid-origin"),
      ("ftp://a.b", "invalid-origin"), ("https://u:p@a.b", "invalid-origin"),
      ("https://a.b:0", "invalid-origin"), ("https://a.b:99999", "invalid-origin"),
      ("https://", "invalid-origin"), ("https://a..b", "invalid-origin"),
      ("acme", "invalid-origin"), ("https://a.b?x", "invalid-origin"),
      ("http://acme.example", "insecure-origin"), ("http://127.0.0.1.example", "insecure-origin"),
    ])
  func `a url that is no safe origin is refused`(url: String, code: String) {
    expect(code, in: spec("{zendesk: {url: ⟦\"\(url)\", auth: {access_token: !env A}}}"))
  }

  @Test(
    arguments: [
      "https://a.b", "https://A.B:8443", "http://localhost:1", "http://[::1]:80",
      "http://127.0.0.1",
    ])
  func `an origin over https, or http to this machine, is taken`(url: String) throws {
    let target = try target("{zendesk: {url: \"\(url)\", auth: {access_token: !env A}}}")
    #expect(target.origin(of: "zendesk") == url.lowercased())
  }

  @Test(arguments: ["Acme", "acme.zendesk.com", "-acme", "a b", "ü"])
  func `a subdomain with other characters is refused`(subdomain: String) {
    expect(
      "invalid-subdomain",
      in: spec("{zendesk: {subdomain: ⟦\(subdomain), auth: {access_token: !env A}}}")
    )
  }

  @Test(
    arguments: [
      "{emulator: s, ⟦zendesk: {subdomain: a, auth: {access_token: !env A}}}",
      "{zendesk: {subdomain: a, ⟦url: \"https://a.b\", auth: {access_token: !env A}}}",
      "{zendesk: {subdomain: a, ⟦auth: {access_token: !env A, email: a, api_token: !env B}}}",
    ])
  func `keys that exclude each other are refused`(environment: String) {
    expect("conflicting-keys", in: spec(environment))
  }

  @Test(
    arguments: [
      "{⟦zendesk: {subdomain: a}}", "{zendesk: {subdomain: a, ⟦auth: {email: a@b}}}",
      "{zendesk: {⟦auth: {client_id: a}, subdomain: a}}",
      "{⟦zendesk: {auth: {access_token: !env A}}}",
      "{emulator: s, protected: true}\n  ⟦empty: {}",
    ])
  func `a missing key is named`(environment: String) {
    expect("missing-key", in: spec(environment))
  }

  @Test(
    arguments: [
      "{zendesk: {subdomain: a, auth: {⟦access_token: hunter2}}}",
      "{zendesk: {subdomain: a, auth: {email: a@b, ⟦api_token: hunter2}}}",
      "{zendesk: {subdomain: a, auth: {client_id: a, ⟦client_secret: hunter2}}}",
      "{zendesk: {subdomain: a, auth: {⟦access_token: !var hunter2}}}",
      "{zendesk: {subdomain: a, auth: {access_token: !env A}}, "
        + "braze: {endpoint: \"https://a.b\", ⟦api_key: hunter2}}",
    ])
  func `a credential in clear text is refused without being shown`(environment: String) {
    let found = expect("secret-in-clear-text", in: spec(environment))
    #expect(found.allSatisfy { !($0.summary + $0.detail).contains("hunter2") })
  }

  @Test(arguments: ["$TOKEN", "sk-12-hunter2", "1A", "A B"])
  func `what cannot be a variable's name is refused without being shown`(name: String) {
    let found = expect(
      "invalid-variable-name",
      in: spec("{zendesk: {subdomain: a, auth: {access_token: ⟦!env \"\(name)\"}}}")
    )
    #expect(found.allSatisfy { !$0.detail.contains(name) })
  }

  @Test func `an unknown environment is answered with the close one and the list`() throws {
    let file = spec("{emulator: s}").file
    let read = try #require(Specification.read([file], options: testOptions).spec)
    let found = read.resolve(environment: "lokal", variables: [:], secrets: .unread)
    #expect(found.desired == nil)
    #expect(found.diagnostics.map(\.code) == ["unknown-environment"])
    #expect(found.diagnostics.first?.detail.contains("Did you mean \"local\"?") == true)
  }

  @Test func `an environment without the system of a resource is refused`() {
    expect(
      "missing-instance",
      in: MarkedSpec(
        """
        version: 1
        environments:
          local: {braze: {endpoint: "https://a.b", api_key: !env A}}
        zendesk: {groups: {⟦a: {name: A}, b: {name: B}}}
        """
      ),
      saying: "\"local\" has no \"zendesk\""
    )
  }
}
