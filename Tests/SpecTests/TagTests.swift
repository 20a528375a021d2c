internal import Diagnostics
internal import Model
internal import Testing
internal import Values

@testable internal import Spec

/// The tags of the spec's language.
struct TagTests {
  private func rule(_ attributes: String, _ more: String = "") throws -> Members {
    try desiredState(
      "zendesk:\n  rules: {r: {title: R, \(attributes)}}\n  groups: {g: {name: G}}\n\(more)"
    ).resources[0].attributes
  }

  private func bad(_ attributes: String, _ more: String = "") -> MarkedSpec {
    .body(
      "zendesk:\n  groups: {g: {name: G}, gone: {name: H, absent: true}}\n"
        + "  rules: {r: {title: R, \(attributes)}}\n\(more)"
    )
  }

  @Test func `a reference is kept as a symbol`() throws {
    let attributes = try rule("group_id: !ref zendesk.groups.g, note: !ref zendesk.groups.g")
    #expect(attributes["group_id"] == .reference(Reference(to: "zendesk.groups.g")))
    #expect(attributes["note"] == .reference(Reference(to: "zendesk.groups.g")))
    #expect(try rule("group_id: 12")["group_id"] == "12")
  }

  @Test(
    arguments: [
      ("unknown-resource", "zendesk.groups.gg"), ("invalid-address", "groups.g"),
      ("reference-to-absent", "zendesk.groups.gone"), ("wrong-kind", "zendesk.rules.r2"),
    ])
  func `a reference that leads nowhere is refused`(code: String, address: String) {
    expect(code, in: bad("group_id: ⟦!ref \(address)}, r2: {title: S"))
  }

  @Test func `an unknown address is answered with the close one`() {
    expect(
      "unknown-resource",
      in: bad("group_id: ⟦!ref zendesk.group.g"),
      saying: "Did you mean \"zendesk.groups.g\"?"
    )
  }

  @Test func `a cycle names its members in order`() {
    expect(
      "reference-cycle",
      in: .body(
        """
        zendesk:
          rules:
            a: {title: A, note: ⟦!ref zendesk.rules.b}
            b: {title: B, body: !json [!ref zendesk.rules.c]}
            c: {title: C, note: !format "x {zendesk.rules.a}"}
            d: {title: D, note: !ref zendesk.rules.a}
        """
      ),
      saying: "zendesk.rules.a needs zendesk.rules.b needs zendesk.rules.c needs zendesk.rules.a"
    )
    expect(
      "reference-cycle",
      in: .body("zendesk: {rules: {a: {title: A, note: ⟦!ref zendesk.rules.a}}}")
    )
  }

  @Test func `a format holds addresses in single braces`() throws {
    #expect(
      try rule("note: !format \"a_{zendesk.groups.g} {{x}} {% if %}\"")["note"]
        == .format([
          .text("a_"), .reference(Reference(to: "zendesk.groups.g")), .text(" {{x}} {% if %}"),
        ])
    )
    #expect(try rule("note: !format \"{{x}}\"")["note"] == "{{x}}")
  }

  @Test(
    arguments: [
      ("invalid-format", "a {b"), ("invalid-format", "a } b"), ("invalid-address", "{a b}"),
      ("unknown-resource", "{zendesk.groups.x}"), ("invalid-format", "{a{b}"),
    ])
  func `a bad format is refused`(code: String, text: String) {
    expect(code, in: bad("note: ⟦!format \"\(text)\""))
  }

  @Test func `JSON keeps order, numbers and symbols`() throws {
    let value = try rule(
      """
      body: !json {z: 1.10, a: [~, true, 007, "1"], \
      r: !ref zendesk.groups.g, j: !json {k: 1}, z2: !zendesk /x}
      """
    )["body"]
    #expect(
      value?.json()
        == #""{\"z\":1.10,\"a\":[null,true,7,\"1\"],\"r\":\"(id of zendesk.groups.g)\","#
        + #"\"j\":\"{\\\"k\\\":1}\",\"z2\":\"https://zendesk.localhost/x\"}""#
    )
    #expect(value?.references.map(\.address) == ["zendesk.groups.g"])
  }

  @Test func `JSON stands beside references in a list of alternatives`() throws {
    let value = try rule("steps: [{field: f, value: [!ref zendesk.groups.g, !json {a: 1}]}]")[
      "steps"
    ]
    let expected: Value = [
      [
        "field": "f",
        "value": [.reference(Reference(to: "zendesk.groups.g")), .json(["a": 1])],
      ]
    ]
    #expect(value == expected)
  }

  @Test func `a secret is allowed where the schema says so`() throws {
    let text = "zendesk: {hooks: {h: {name: H, endpoint: x, authorization: !env TOKEN}}}"
    let dummy = try desiredState(text).resources[0].attributes["authorization"]
    guard case .secret(let secret)? = dummy else {
      Issue.record("no secret")
      return
    }
    #expect(secret.name == "TOKEN")
    #expect(secret.reveal() == "dummy-TOKEN")
  }

  @Test func `a header for authorization is made of secrets`() throws {
    let text = """
      version: 1
      environments: {local: {zendesk: {subdomain: a, auth: {access_token: !env T}}}}
      zendesk:
        hooks:
          a: {name: A, endpoint: x, authorization: !basic {username: u, password: !env P}}
          b: {name: B, endpoint: x, authorization: !bearer {token: !env T}}
          c: {name: C, endpoint: x, authorization: !basic {username: !env U, password: !env PP}}
      """
    let state = try desiredState(text, secrets: .process { $0.lowercased() })
    let secrets = state.resources.compactMap { resource -> Secret? in
      guard case .secret(let secret)? = resource.attributes["authorization"] else { return nil }
      return secret
    }
    #expect(secrets.map { $0.reveal() } == ["Basic dTpw", "Bearer t", "Basic dTpwcA=="])
    #expect(secrets.map(\.name) == ["P", "T", "PP"])
    #expect(
      secrets.map(\.recipe) == ["Basic base64(u:$P)", "Bearer $T", "Basic base64($U:$PP)"]
    )
    let offline = try desiredState(text).resources.compactMap(\.attributes["authorization"])
      .flatMap(\.secrets)
    #expect(offline.map(\.isRead) == [false, false, false])
    #expect(offline.map(\.recipe) == secrets.map(\.recipe))
  }

  @Test(
    arguments: [
      "⟦authorization: hunter2", "⟦authorization: !var hunter2",
      "authorization: !bearer {⟦token: hunter2}",
      "authorization: !basic {username: u, ⟦password: hunter2}",
      "⟦authorization: !json {a: hunter2}",
      "authentication: {type: bearer, ⟦token: hunter2}",
      "authorization: !bearer {⟦token: !bearer {token: hunter2}}",
    ])
  func `a secret in clear text is refused without being shown`(attribute: String) {
    let found = expect(
      "secret-in-clear-text",
      in: .body("zendesk: {hooks: {h: {name: H, endpoint: x, \(attribute)}}}")
    )
    #expect(found.allSatisfy { !($0.summary + $0.detail).contains("hunter2") })
  }

  @Test(
    arguments: [
      "note: ⟦!env X", "body: !json {a: ⟦!env X}", "note: ⟦!bearer {token: !env X}",
      "tags: [⟦!env X]",
    ])
  func `a secret is refused where others could read it`(attribute: String) {
    expect("env-not-allowed", in: bad(attribute))
  }

  @Test func `a file's text is taken as it is`() throws {
    #expect(try rule("note: !file note.txt")["note"] == "from integration.yaml")
    #expect(
      try rule("body: !json {a: !file note.txt}")["body"] == .json(["a": "from integration.yaml"])
    )
  }

  @Test(
    arguments: [
      ("file-not-found", "nothing.txt"), ("file-outside-root", "../../etc/passwd"),
      ("file-outside-root", "/etc/passwd"), ("file-outside-root", "a/../../b"),
      ("file-outside-root", "link.txt"), ("file-unreadable", "locked.txt"),
      ("file-not-text", "binary.bin"), ("file-too-large", "huge.txt"),
    ])
  func `a file that cannot be taken is named`(code: String, path: String) {
    expect(code, in: bad("note: ⟦!file \(path)"), saying: path)
  }

  @Test func `origins are the environment's own`() throws {
    let text = """
      version: 1
      environments:
        local: {emulator: s}
        real:
          zendesk: {subdomain: acme, auth: {access_token: !env T}}
          braze: {endpoint: "https://rest.iad-01.braze.com", api_key: !env K}
      zendesk: {rules: {r: {title: R, note: !zendesk /a?b=c, body: !braze /d}}}
      """
    let emulated = try desiredState(text).resources[0].attributes
    #expect(emulated["note"] == "https://zendesk.localhost/a?b=c")
    #expect(emulated["body"] == "https://braze.localhost/d")
    let real = try desiredState(text, environment: "real").resources[0].attributes
    #expect(real["note"] == "https://acme.zendesk.com/a?b=c")
    #expect(real["body"] == "https://rest.iad-01.braze.com/d")
  }

  @Test func `an environment without Braze is named at the tag`() {
    expect(
      "missing-instance",
      in: MarkedSpec(
        """
        version: 1
        environments: {sandbox: {zendesk: {subdomain: a, auth: {access_token: !env T}}}}
        zendesk: {rules: {r: {title: R, note: ⟦!braze /d}}}
        """
      ),
      saying: "The environment \"sandbox\" has no \"braze\""
    )
  }

  @Test func `a path begins with a slash`() {
    expect("invalid-path", in: bad("note: ⟦!zendesk api/v2"))
  }

  @Test func `an unknown tag is answered with the close one`() {
    expect("unknown-tag", in: bad("note: ⟦!rfe zendesk.groups.g"), saying: "Did you mean \"!ref\"?")
    expect("unknown-tag", in: bad("note: ⟦!x a"))
  }

  @Test(
    arguments: [
      "active: ⟦!format a", "active: ⟦!ref zendesk.groups.g", "tags: ⟦!json [a]",
      "group_id: ⟦!file note.txt", "steps: ⟦!ref zendesk.groups.g",
    ])
  func `a tag that cannot make the value is refused`(attribute: String) {
    expect("tag-not-allowed", in: bad(attribute))
  }

  @Test(arguments: ["note: ⟦!ref [a]", "note: ⟦!var {a: b}", "note: ⟦!format \"\""])
  func `a tag without its text is refused`(attribute: String) {
    expect("invalid-tag-value", in: bad(attribute))
  }

  @Test func `a header's parts are all needed`() {
    func hook(_ header: String) -> MarkedSpec {
      .body("zendesk: {hooks: {h: {name: H, endpoint: x, authorization: \(header)}}}")
    }
    expect("missing-key", in: hook("⟦!basic {username: u}"), saying: "\"password\"")
    expect("unknown-key", in: hook("!bearer {token: !env T, ⟦tokn: a}"))
    expect("invalid-tag-value", in: hook("⟦!bearer abc"))
  }
}
