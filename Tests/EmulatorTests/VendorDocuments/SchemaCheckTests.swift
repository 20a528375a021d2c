import Testing
import Values

@Suite struct `Holding a value against a schema` {
  private static let document = VendorDocument(
    root: [
      "components": [
        "schemas": [
          "Named": [
            "type": "object", "required": ["name"],
            "properties": [
              "name": ["type": "string"], "size": ["type": "integer", "nullable": true],
              "at": ["type": "string", "format": "date-time"],
              "secret": ["type": "string", "writeOnly": true],
            ],
          ],
          "Sized": ["type": "object", "properties": ["length": ["type": "number"]]],
        ]
      ]
    ]
  )
  private static let named: Value = ["$ref": "#/components/schemas/Named"]
  private static let both: Value = [
    "allOf": [named, ["$ref": "#/components/schemas/Sized"]]
  ]

  private static let fitting: [(Value, Value)] = [
    (["name": "a", "size": 1, "more": true], named), (["name": "a", "size": .null], named),
    (["name": "a", "at": "2026-01-01T00:00:00Z"], named), (["name": "a", "length": 1], both),
    (["name": "a"], both), ([["name": "a"]], ["type": "array", "items": named]),
    ("a", ["enum": ["a", "b"]]), ("a", ["oneOf": [["type": "string"], ["type": "integer"]]]),
    (["x": 1], ["type": "object"]), (.null, ["description": "anything"]),
    (["x": "y"], ["type": "object", "additionalProperties": ["type": "string"]]),
  ]

  private static let broken: [(Value, Value, String)] = [
    (["size": 1], named, ": lacks name"), (["name": 1], named, "name: is not of type string"),
    (["name": .null], named, "name: is null"),
    (["name": "a", "size": "1"], named, "size: is not of type integer"),
    (["name": "a", "at": "yesterday"], named, "at: is no date-time"),
    (["name": "a", "length": true], both, "length: is not of type number"),
    ([["name": "a"], [:]], ["type": "array", "items": named], "[]: lacks name"),
    (["x": 1], ["properties": ["y": [:]]], ": has nothing that the document names"),
    ("c", ["enum": ["a", "b"]], ": is none of the enum"),
    (true, ["oneOf": [["type": "string"], ["type": "integer"]]], ": fits 0 of oneOf"),
    ("a", ["oneOf": [["type": "string"], ["enum": ["a"]]]], ": fits 2 of oneOf"),
    (true, ["anyOf": [["type": "string"]]], ": fits 0 of anyOf"),
    (
      "a", ["$ref": "#/components/schemas/Lost"], ": the document lacks #/components/schemas/Lost"
    ),
    (
      ["x": 1], ["type": "object", "additionalProperties": ["type": "string"]],
      "x: is not of type string"
    ),
  ]

  @Test(arguments: fitting)
  func `what fits has no problem`(_ value: Value, _ schema: Value) {
    #expect(SchemaCheck(document: Self.document).problems(value, schema).isEmpty)
  }

  @Test(arguments: broken)
  func `what does not fit is named with its place`(
    _ value: Value,
    _ schema: Value,
    _ expected: String
  ) {
    let problems = SchemaCheck(document: Self.document).problems(value, schema)
    #expect(problems.map(\.description) == [expected])
  }
}
