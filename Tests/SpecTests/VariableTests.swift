internal import Diagnostics
internal import Model
internal import Testing
internal import Values

@testable internal import Spec

/// `!var` and the places where variables are declared.
struct VariableTests {
  private static let text = """
    version: 1
    environments:
      local: {emulator: s, variables: {note: of the environment}}
      other: {emulator: s}
    variables: {note: of the file, count: 5, tags: [a, 1.10], on: true}
    zendesk:
      rules:
        r: {title: R, note: !var note, tags: !var tags, active: !var on, body: !json {n: !var count}}
    """

  @Test func `the command line wins over the environment, and that over the file`() throws {
    func note(_ environment: String, _ variables: [String: String]) throws -> Value? {
      try desiredState(Self.text, variables: variables, environment: environment)
        .resources[0].attributes["note"]
    }
    #expect(try note("other", [:]) == "of the file")
    #expect(try note("local", [:]) == "of the environment")
    #expect(try note("local", ["note": "of the command line"]) == "of the command line")
  }

  @Test func `a variable may be of any type`() throws {
    let state = try desiredState(Self.text)
    #expect(state.resources[0].attributes["tags"] == ["a", "1.10"])
    #expect(state.resources[0].attributes["active"] == true)
    #expect(state.resources[0].attributes["body"] == .json(["n": 5]))
    #expect(state.variables["count"] == 5)
    #expect(state.variables.keys == ["note", "count", "tags", "on"])
  }

  @Test func `a text of the command line is a number or boolean where the declared value is one`()
    throws
  {
    let state = try desiredState(
      Self.text,
      variables: ["count": "6", "on": "false", "note": "1.10"]
    )
    #expect(state.resources[0].attributes["body"] == .json(["n": 6]))
    #expect(state.resources[0].attributes["active"] == false)
    #expect(state.resources[0].attributes["note"] == "1.10")
  }

  @Test func `an undeclared variable is answered with the close one`() {
    expect(
      "undeclared-variable",
      in: .body("variables: {group: 1}\nzendesk: {rules: {r: {title: R, note: ⟦!var gruop}}}"),
      saying: "Did you mean \"group\"?"
    )
  }

  @Test func `a variable of another environment is not declared in this one`() {
    expect(
      "undeclared-variable",
      in: MarkedSpec(
        """
        version: 1
        environments:
          local: {emulator: s}
          other: {emulator: s, variables: {a: 1}}
        zendesk: {rules: {r: {title: R, note: ⟦!var a}}}
        """
      ),
      saying: "\"local\""
    )
  }

  @Test func `an undeclared name on the command line is refused`() throws {
    let file = MarkedSpec(Self.text).file
    let spec = try #require(Specification.read([file], options: testOptions).spec)
    let found = spec.resolve(environment: "local", variables: ["note_": "x"], secrets: .unread)
    #expect(found.desired == nil)
    #expect(found.diagnostics.map(\.code) == ["undeclared-variable"])
    #expect(found.diagnostics.first?.detail.contains("Did you mean \"note\"?") == true)
  }

  @Test func `a variable holds plain data only`() {
    expect(
      "tag-not-allowed",
      in: .body("variables: {a: [⟦!env X], b: ⟦!var a}\nzendesk: {groups: {a: {name: A}}}")
    )
  }

  @Test(
    arguments: [
      "active: ⟦!var list", "tags: ⟦!var text", "note: ⟦!var list", "steps: ⟦!var list",
      "active: ⟦!var text",
    ])
  func `a variable that does not fit is reported where it is used`(attribute: String) {
    expect(
      "variable-does-not-fit",
      in: .body(
        "variables: {list: [a], text: yes}\nzendesk: {rules: {r: {title: R, \(attribute)}}}"
      )
    )
  }
}
