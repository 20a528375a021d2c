import Testing
import Values

@testable import YAML

@Suite struct EmitterTests {
  @Test func `a value is written in block style`() {
    let written = YAMLEmitter.text(
      of: [
        "title": "Reply by Braze SMS", "active": true, "position": 3, "ratio": .decimal("1.10"),
        "none": .null, "empty": [], "nothing": [:],
        "conditions": [["field": "status", "value": "{{x}}"], [[1, 2], "a"]],
        "body": "Hello\n  there\n", "json": "{\"a\": 1}",
      ]
    )
    let expected = """
      title: Reply by Braze SMS
      active: true
      position: 3
      ratio: 1.10
      none: null
      empty: []
      nothing: {}
      conditions:
        - field: status
          value: "{{x}}"
        - - - 1
            - 2
          - a
      body: |
        Hello
          there
      json: '{"a": 1}'

      """
    #expect(written == expected)
  }

  @Test func `symbols are written with their tags`() {
    let hook = Reference(to: "zendesk.webhooks.hook")
    let written = YAMLEmitter.text(
      of: [
        "id": .reference(hook),
        "field": .format([.text("custom_fields_"), .reference(hook)]),
        "token": .secret(Secret(name: "TOKEN", content: "hidden")),
        "value": [.reference(hook), .json(["id": .reference(hook), "list": []])],
        "body": .json(["a": [1]]), "text": .json("a: b"), "none": .json([:]),
        "inner": .json(.reference(hook)),
      ]
    )
    let expected = """
      id: !ref zendesk.webhooks.hook
      field: !format "custom_fields_{zendesk.webhooks.hook}"
      token: (secret)
      value:
        - !ref zendesk.webhooks.hook
        - !json
          id: !ref zendesk.webhooks.hook
          list: []
      body: !json
        a:
          - 1
      text: !json "a: b"
      none: !json {}
      inner: !json "(id of zendesk.webhooks.hook)"

      """
    #expect(written == expected)
    let (root, diagnostics) = read(written)
    #expect(diagnostics.isEmpty)
    #expect(root?["value"]?.items.map(\.tag) == ["!ref", "!json"])
    #expect(root?["value"]?.items.last?["id"]?.tag == "!ref")
  }

  @Test(arguments: [
    "", " ", "a ", " a", "\n", "\n\n", "a\n", "a\nb", "a\n\n\n", "\na", "  a\nb\n", "\ta\nb",
    "a\n  ",
    "   \nfoo", "a\n \n", "a\tb", "a\r\nb", "null", "~", "1", "1.0", "0x1F", "true", "no", ".inf",
    "<<",
    "a: b", "a:", "a #b", "#a", "- a", "-", "---", "...", "... a", "? a", "key: 'x'", "it's",
    "\"q\"",
    "\\", "%a", "@a", "`a`", "!ref a", "&a", "*a", "|", ">", "[a]", "{a}", "a, b", "\u{0}",
    "\u{85}", "\u{2028}\n", "\u{FEFF}", "\u{FFFE}", "😀", "(secret)", "e\u{301}",
  ])
  func `a string reads back as itself wherever it stands`(string: String) throws {
    let value: Value = [
      "member": .string(string), string: [.string(string), [.string(string)], [string: 1]],
    ]
    #expect(try YAMLTests.value(YAMLEmitter.text(of: value)) == value)
    guard !string.isEmpty else { return }
    #expect(try YAMLTests.value(YAMLEmitter.text(of: .string(string))) == .string(string))
  }

  @Test func `a long key reads back`() throws {
    let key = String(repeating: "\"k\u{1}", count: 1000)
    let value: Value = [
      key: ["a": 1], "b": [[key: 2]], String(repeating: "x", count: 2000): "y\nz",
    ]
    #expect(try YAMLTests.value(YAMLEmitter.text(of: value)) == value)
  }

  @Test(arguments: 0..<40)
  func `random values read back as themselves`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let value = Value.random(depth: 5, using: &generator)
      let text = YAMLEmitter.text(of: value)
      let (root, diagnostics) = read(text)
      #expect(diagnostics.isEmpty, "\(text)")
      #expect(root?.value == value, "\(text)")
      #expect(root?.value.json() == value.json(), "\(text)")
    }
  }
}
