internal import Diagnostics
internal import Model
internal import Testing
internal import Values

@testable internal import Spec

/// `external: true`: somebody else's object, found and never written.
struct ExternalTests {
  private func mode(_ text: String) throws -> Mode {
    try desiredState("zendesk: {\(text)}").resources[0].mode
  }

  @Test func `an external resource needs nothing but what it is found by`() throws {
    #expect(try mode("hooks: {h: {name: H, external: true}}") == .external)
    #expect(try mode("hooks: {h: {match: {id: 5}, external: true}}") == .external)
    #expect(try mode("fields: {f: {external: true}}") == .external)
    #expect(try mode("groups: {g: {name: G, external: false}}") == .managed)
    expect("missing-key", in: .body("zendesk: {hooks: {⟦h: {external: true}}}"), saying: "\"name\"")
    expect("missing-key", in: .body("zendesk: {hooks: {⟦h: {name: H, external: false}}}"))
    expect("wrong-type", in: .body("zendesk: {groups: {g: {name: G, external: ⟦yes}}}"))
  }

  @Test func `further attributes are kept to be compared`() throws {
    let rule = try desiredState("zendesk: {rules: {r: {title: R, note: N, external: true}}}")
      .resources[0]
    #expect(rule.attributes == ["title": "R", "note": "N"])
    expect("unknown-key", in: .body("zendesk: {rules: {r: {title: R, external: true, ⟦nott: N}}}"))
  }

  @Test(
    arguments: ["⟦absent: true", "⟦protect: true", "⟦ignore: [name]", "⟦order: []"]
  )
  func `what only makes sense for an object that is written is refused`(entry: String) {
    expect(
      "external-conflict",
      in: .body("zendesk: {groups: {g: {name: G, \(entry), external: true}}}"),
      saying: "zendesk.groups.g is external"
    )
  }

  @Test func `what is false is no conflict`() throws {
    #expect(
      try mode("groups: {g: {name: G, absent: false, protect: false, external: true}}") == .external
    )
  }

  @Test func `an external resource has no place in an order`() {
    expect(
      "external-conflict",
      in: .body(
        """
        zendesk:
          groups: {g: {name: G, order: ⟦[r]}}
          rules: {r: {title: R, group_id: !ref zendesk.groups.g, external: true}}

        """
      ),
      saying: "zendesk.rules.r is external"
    )
  }

  @Test func `an external resource is referred to like any other`() throws {
    let state = try desiredState(
      "zendesk: {groups: {g: {name: G, external: true}}, "
        + "rules: {r: {title: R, group_id: !ref zendesk.groups.g}}}"
    )
    #expect(state.resources[1].dependencies == [state.resources[0].address])
  }
}
