internal import Diagnostics
internal import Testing

@testable internal import Spec

/// The files and sections of a spec.
struct SectionTests {
  @Test func `a file without a version is told to begin with one`() {
    expect(
      "missing-version",
      in: MarkedSpec("⟦environments: {local: {emulator: s}}\nzendesk: {groups: {a: {name: A}}}"),
      saying: "version: 1"
    )
  }

  @Test(arguments: ["2", "\"1\"", "1.0", "one"])
  func `a version other than 1 is refused`(version: String) {
    expect(
      "unsupported-version",
      in: MarkedSpec(
        "version: ⟦\(version)\nenvironments: {local: {emulator: s}}\nzendesk: {groups: {a: {name: A}}}"
      )
    )
  }

  @Test func `an unknown section is answered with the close one and the list`() {
    expect(
      "unknown-key",
      in: .body("⟦zendeks: {}\nzendesk: {groups: {a: {name: A}}}"),
      saying: "Did you mean \"zendesk\"?",
      "version, environments, variables, zendesk"
    )
    expect(
      "unknown-key",
      in: .body("zendesk: {groups: {a: {name: A}}, ⟦ruels: {}}"),
      saying: "Did you mean \"rules\"?"
    )
  }

  @Test func `a list at the top is no spec`() {
    let found = diagnose([MarkedSpec("- version: 1")])
    #expect(found.contains { $0.code == "wrong-type" && $0.range?.start.line == 1 })
  }

  @Test func `a spec without resources is a warning`() throws {
    let found = expect(
      "no-resources",
      in: MarkedSpec("⟦version: 1\nenvironments: {l: {emulator: s}}")
    )
    #expect(!found.hasErrors)
    #expect(try desiredState("zendesk:\n  groups:\n", variables: [:]).resources.isEmpty)
  }

  @Test func `a spec without environments is told what to write`() {
    expect(
      "no-environments",
      in: MarkedSpec("⟦version: 1\nzendesk: {groups: {a: {name: A}}}"),
      saying: "emulator: .lockstep/local"
    )
    expect(
      "no-environments",
      in: MarkedSpec("version: 1\nenvironments: ⟦{}\nzendesk: {groups: {a: {name: A}}}")
    )
  }

  @Test func `a list of environments is told to be a mapping`() {
    expect(
      "wrong-type",
      in: MarkedSpec("version: 1\nenvironments: ⟦[]\nzendesk: {groups: {a: {name: A}}}")
    )
  }

  @Test func `a name that is none is refused`() {
    expect("invalid-name", in: .body("zendesk: {groups: {⟦My-Group: {name: A}}}"))
    expect("invalid-name", in: .body("variables: {⟦a b: 1}\nzendesk: {groups: {a: {name: A}}}"))
    expect(
      "invalid-name",
      in: MarkedSpec(
        "version: 1\nenvironments: {⟦Prod: {emulator: s}}\nzendesk: {groups: {a: {name: A}}}"
      )
    )
  }

  @Test func `what cannot be parsed is told without guesses about the rest`() {
    let broken = MarkedSpec("version: 1\nzendesk: [", name: "b.yaml")
    let found = diagnose([
      .body("zendesk: {rules: {a: {title: A, note: !ref zendesk.groups.x}}}"), broken,
    ])
    #expect(found.allSatisfy { $0.range?.source.name == "b.yaml" })
    #expect(found.hasErrors)
  }

  @Test func `resources of several files refer to each other`() throws {
    let first = MarkedSpec.body("zendesk: {groups: {g: {name: G, order: [r]}}}")
    let second = MarkedSpec(
      "version: 1\nzendesk: {rules: {r: {title: R, group_id: !ref zendesk.groups.g}}}",
      name: "rules.yaml"
    )
    #expect(diagnose([first, second]).isEmpty)
  }

  @Test func `a section of one file only is refused in a second`() {
    expect(
      "repeated-section",
      in: .body("zendesk: {groups: {a: {name: A}}}"),
      MarkedSpec("version: 1\n⟦environments: {other: {emulator: s}}", name: "more.yaml"),
      saying: "integration.yaml:2:1"
    )
  }

  @Test func `an address of two files is refused with both places`() {
    expect(
      "duplicate-address",
      in: .body("zendesk: {groups: {a: {name: A}}}"),
      MarkedSpec("version: 1\nzendesk: {groups: {⟦a: {name: B}}}", name: "more.yaml"),
      saying: "integration.yaml:3:20"
    )
  }

  @Test func `everything wrong is reported at once`() {
    let spec = MarkedSpec(
      """
      version: ⟦3
      environments: {local: {⟦emulatr: s, emulator: s}}
      zendesk:
        rules:
          a: {title: A, ⟦titel: B, active: ⟦yes, note: ⟦!ref zendesk.rules.c}
          b: {title: ⟦!var name}
      """
    )
    let places = diagnose([spec]).map { $0.range?.place.description ?? "" }
    #expect(places == spec.marks)
  }
}
