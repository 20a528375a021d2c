internal import Diagnostics
internal import Model
internal import Testing
internal import Values

@testable internal import Spec

/// What may be said of a resource.
struct ResourceTests {
  private func resource(_ text: String) throws -> Resource {
    try desiredState("zendesk:\n  \(text)").resources[0]
  }

  @Test func `attributes come in the schema's order with their places`() throws {
    let rule = try resource("rules:\n    r:\n      note: N\n      title: T")
    #expect(rule.attributes.keys == ["title", "note"])
    #expect(rule.places["title"]?.place.description == "integration.yaml:7:14")
    #expect(rule.range.place.description == "integration.yaml:5:5")
    #expect(rule.address.description == "zendesk.rules.r")
  }

  @Test(
    arguments: [
      ("1.10", "1.10"), ("yes", "yes"), ("true", "true"), ("007", "007"), ("0x10", "0x10"),
      ("!!str 5", "5"), ("\"a\"", "a"), ("! 5", "5"),
    ])
  func `text takes a plain number or boolean by its source`(yaml: String, text: String) throws {
    #expect(
      try resource("rules: {r: {title: R, note: \(yaml)}}").attributes["note"] == .string(text)
    )
  }

  @Test func `null clears`() throws {
    let rule = try resource("rules: {r: {title: R, note: null, steps: ~}}")
    #expect(rule.attributes["note"] == .null)
    #expect(rule.attributes["steps"] == .null)
  }

  @Test(
    arguments: [
      "active: ⟦yes", "active: ⟦1", "active: ⟦\"true\"", "note: ⟦[a]", "note: ⟦{a: b}",
      "tags: ⟦a", "steps: ⟦{a: b}", "body: ⟦{a: b}", "tags: [a, ⟦[b]]", "group_id: ⟦[a]",
      "active: ⟦!!bool no", "note: ⟦!!map a", "steps: [{field: a, value: ⟦{a: b}}]",
    ])
  func `a value of the wrong type is told what was expected`(attribute: String) {
    expect("wrong-type", in: .body("zendesk: {rules: {r: {title: R, \(attribute)}}}"))
  }

  @Test func `a mapping where JSON text is expected is told of !json`() {
    expect(
      "wrong-type",
      in: .body("zendesk: {rules: {r: {title: R, body: ⟦{a: b}}}}"),
      saying: "Put !json before it",
      "\"body\" must be text, but this is a mapping."
    )
  }

  @Test func `an integer is a whole number`() throws {
    #expect(
      try resource("fields: {f: {type: text, title: F, position: 7}}").attributes["position"] == 7
    )
    expect(
      "wrong-type",
      in: .body("zendesk: {fields: {f: {type: text, title: F, position: ⟦1.5}}}"),
      saying: "a whole number"
    )
  }

  @Test func `an unknown attribute is answered with the close one`() {
    expect(
      "unknown-key",
      in: .body("zendesk: {rules: {r: {title: R, ⟦nott: x}}}"),
      saying: "A zendesk.rule has no key \"nott\".",
      "Did you mean \"note\"?"
    )
    expect(
      "unknown-key",
      in: .body("zendesk: {rules: {r: {title: R, steps: [{field: a, ⟦valu: x}]}}}"),
      saying: "Did you mean \"value\"?",
      "steps[0]"
    )
  }

  @Test func `a missing attribute is named`() {
    expect("missing-key", in: .body("zendesk: {rules: {⟦r: {note: x}}}"), saying: "\"title\"")
    expect("missing-key", in: .body("zendesk: {rules: {⟦r: {title: null}}}"))
    expect("missing-key", in: .body("zendesk:\n  rules:\n    ⟦r:\n"))
    expect("missing-key", in: .body("zendesk: {rules: {r: {title: R, steps: [⟦{value: x}]}}}"))
  }

  @Test func `an attribute that only the server writes is refused`() {
    expect("read-only-attribute", in: .body("zendesk: {rules: {r: {title: R, ⟦position: 1}}}"))
  }

  @Test func `a choice is one of the list`() {
    expect(
      "invalid-choice",
      in: .body("zendesk: {fields: {f: {type: ⟦txet, title: F}}}"),
      saying: "Did you mean \"text\"?",
      "text, checkbox, integer"
    )
  }

  @Test func `of alternatives the one that fits best is reported`() {
    expect(
      "missing-key",
      in: .body(
        "zendesk: {hooks: {h: {name: H, endpoint: x, authentication: ⟦{type: bearer}}}}"
      ),
      saying: "\"token\""
    )
  }

  @Test func `a local name is the key`() throws {
    let implicit = try resource("fields: {f: {type: text, title: F}}")
    #expect(implicit.attributes["key"] == "f")
    #expect(implicit.identity == "f")
    #expect(try resource("fields: {f: {key: f, type: text, title: F}}").attributes["key"] == "f")
    expect(
      "key-differs-from-name",
      in: .body("zendesk: {fields: {f: {key: ⟦g, type: text, title: F}}}")
    )
  }

  @Test func `an absent resource needs its identity or a match alone`() throws {
    #expect(try resource("rules: {r: {title: R, absent: true}}").isAbsent)
    #expect(try resource("fields: {f: {absent: true}}").attributes["key"] == "f")
    let matched = try resource("rules: {r: {absent: true, match: {id: 5}, protect: true}}")
    #expect(matched.match == .id("5"))
    #expect(matched.isProtected)
    #expect(try !resource("rules: {r: {title: R, absent: false, note: x}}").isAbsent)
    expect("missing-key", in: .body("zendesk: {rules: {⟦r: {absent: true}}}"))
    expect(
      "absent-with-attributes",
      in: .body("zendesk: {rules: {r: {title: R, absent: true, ⟦note: x, ⟦ignore: [note]}}}")
    )
  }

  @Test func `a match is an id or an identity`() throws {
    #expect(try resource("rules: {r: {title: R, match: {title: Old}}}").match == .identity("Old"))
    #expect(
      try desiredState(
        "variables: {id: 9007199254740993}\nzendesk: {rules: {r: {title: R, match: {id: !var id}}}}"
      ).resources[0].match == .id("9007199254740993")
    )
    expect("invalid-match", in: .body("zendesk: {rules: {r: {title: R, ⟦match: {}}}}"))
    expect(
      "invalid-match",
      in: .body("zendesk: {rules: {r: {title: R, ⟦match: {id: 1, title: a}}}}")
    )
    expect("invalid-match", in: .body("zendesk: {rules: {r: {title: R, match: {id: ⟦\"\"}}}}"))
    expect(
      "unknown-key",
      in: .body("zendesk: {rules: {r: {title: R, match: {⟦name: a}}}}"),
      saying: "id, title"
    )
  }

  @Test func `ignored attributes must exist`() throws {
    #expect(
      try resource("rules: {r: {title: R, ignore: [note, active]}}").ignored == ["note", "active"]
    )
    expect(
      "unknown-key",
      in: .body("zendesk: {rules: {r: {title: R, ignore: [⟦notes]}}}"),
      saying: "Did you mean \"note\"?"
    )
    expect("wrong-type", in: .body("zendesk: {rules: {r: {title: R, ignore: ⟦note}}}"))
  }

  @Test func `a rule is turned off by its code, with a reason`() throws {
    let resource = try resource("rules: {r: {title: R, lint: {a-b: off, c-d: off, reason: Old}}}")
    #expect(resource.silencings.map(\.code) == ["a-b", "c-d"])
    #expect(resource.silencings.allSatisfy { $0.reason == "Old" })
    #expect(resource.silencings.map { $0.range.place.column } == [32, 42])
    #expect(try self.resource("rules: {r: {title: R}}").silencings == [])
    expect("missing-reason", in: .body("zendesk: {rules: {r: {title: R, ⟦lint: {a-b: off}}}}"))
    expect(
      "missing-reason",
      in: .body("zendesk: {rules: {r: {title: R, lint: {a-b: off, reason: ⟦' '}}}}")
    )
    expect(
      "invalid-silencing",
      in: .body("zendesk: {rules: {r: {title: R, lint: {a-b: ⟦false, reason: Old}}}}"),
      saying: "\"a-b\" must be off, but this is false. Write {CODE: off, reason: WHY}."
    )
    expect(
      "invalid-silencing",
      in: .body("zendesk: {rules: {r: {title: R, ⟦lint: {reason: Old}}}}")
    )
    expect("wrong-type", in: .body("zendesk: {rules: {r: {title: R, lint: ⟦a-b}}}"))
    expect(
      "wrong-type",
      in: .body("zendesk: {rules: {r: {title: R, lint: {a-b: off, reason: ⟦null}}}}")
    )
    expect(
      "wrong-type",
      in: .body("zendesk: {rules: {r: {title: R, lint: {a-b: off, reason: ⟦''}}}}"),
      saying: "but this is an empty text."
    )
    expect(
      "tag-not-allowed",
      in: .body("zendesk: {rules: {r: {title: R, lint: {a-b: ⟦!file note.txt, reason: Old}}}}")
    )
    expect(
      "absent-with-attributes",
      in: .body("zendesk: {rules: {r: {title: R, absent: true, ⟦lint: {a-b: off, reason: Old}}}}")
    )
  }

  @Test func `two resources of one identity are told with both places`() {
    expect(
      "duplicate-identity",
      in: .body("zendesk: {rules: {a: {title: T}, b: {title: ⟦T}, c: {title: t}}}"),
      saying: "zendesk.rules.a at integration.yaml:3:30"
    )
    expect(
      "duplicate-identity",
      in: .body(
        "zendesk: {hooks: {a: {name: T, endpoint: x}, b: {name: ⟦\" T \", endpoint: x}}}"
      )
    )
    expect(
      "duplicate-identity",
      in: .body(
        "variables: {t: T}\nzendesk: {rules: {a: {title: T}, b: {title: ⟦!var t}}}"
      )
    )
  }

  @Test(arguments: ["\"\"", "\" \"", "!format \"{zendesk.groups.g}\"", "!json {}"])
  func `an identity is text that is known`(title: String) {
    expect(
      "invalid-identity",
      in: .body("zendesk: {groups: {g: {name: G}}, rules: {r: {title: ⟦\(title)}}}")
    )
  }

  @Test func `an order names resources of its own group`() throws {
    let text = """
      zendesk:
        groups: {g: {name: G, order: [b, a]}}
        rules:
          a: {title: A, group_id: !ref zendesk.groups.g}
          b: {title: B, group_id: !ref zendesk.groups.g}
      """
    #expect(try desiredState(text).resources[0].attributes["order"] == ["b", "a"])
  }

  @Test(
    arguments: [
      ("unknown-resource", "[aa]"), ("reference-to-absent", "[gone]"),
      ("order-outside-group", "[other]"), ("order-repeats", "[a, a]"), ("wrong-type", "a"),
      ("tag-not-allowed", "!var names"),
    ])
  func `an order of others is refused`(code: String, order: String) {
    expect(
      code,
      in: .body(
        """
        variables: {names: [a]}
        zendesk:
          groups: {g: {name: G, order: ⟦\(order)}, h: {name: H}}
          rules:
            a: {title: A, group_id: !ref zendesk.groups.g}
            other: {title: B, group_id: !ref zendesk.groups.h}
            gone: {title: C, absent: true}
        """
      )
    )
  }
}
