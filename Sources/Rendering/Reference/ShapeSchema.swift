internal import Model
internal import Values

/// Values of a shape as JSON Schema, in draft 7.
///
/// JSON Schema knows no tags: an editor sees what stands behind one. So a variable's name may stand
/// wherever `!var` may, and a mapping wherever `!json` makes text of it.
struct ShapeSchema {
  /// What is written is a secret: only a tag that fetches one may stand there.
  let isSecret: Bool
  /// A secret may stand beside what is none.
  var mayBeSecret = false

  /// The schema of `attribute` with what an editor shows of it.
  static func value(of attribute: Attribute) -> Value {
    var schema: Members = ["description": .string(description(of: attribute))]
    if let value = attribute.defaultValue { schema["default"] = value }
    let shape = ShapeSchema(
      isSecret: attribute.isSecret,
      mayBeSecret: attribute.mayHoldSecrets
    )
    var alternatives = shape.alternatives(of: attribute.shape)
    if !attribute.isRequired { alternatives.append(["type": "null"]) }
    return .object(schema.merging(any(of: alternatives)))
  }

  /// The object that `schema` describes, closed: what it does not name is a mistake.
  static func object(_ schema: Schema) -> Value {
    let written = schema.filter { !$0.isReadOnly }
    var object: Members = [
      "type": "object",
      "properties": .object(Members(written.map { ($0.name, value(of: $0)) })),
      "additionalProperties": false,
    ]
    let required = written.filter(\.isRequired).map { Value.string($0.name) }
    if !required.isEmpty { object["required"] = .list(required) }
    return .object(object)
  }

  /// The name behind `!var`, but not what other YAML would read as a boolean.
  static let variable: Value = ["$ref": "#/definitions/variable"]

  private static let text: Value = ["type": ["string", "number", "boolean"]]

  private func alternatives(of shape: Shape) -> [Value] {
    switch shape {
    case .text where isSecret, .body where isSecret: Self.secrets
    case .text where mayBeSecret: [Self.text] + Self.secrets
    case .text: [Self.text]
    case .body: [["type": ["string", "number", "boolean", "object", "array"]]]
    case .boolean: [["type": "boolean"], Self.variable]
    case .integer: [["type": "integer"], Self.variable]
    case .choice(let names): [["enum": .list(names.map(Value.string))], Self.variable]
    case .identifier: [["type": ["string", "integer"]]]
    case .list(let item): [["type": "array", "items": value(of: item)], Self.variable]
    case .map(let item):
      [["type": "object", "additionalProperties": value(of: item)], Self.variable]
    case .object(let schema): [Self.object(schema), Self.variable]
    case .either(let shapes): shapes.flatMap(alternatives)
    case .order:
      [["type": "array", "items": ["type": "string", "pattern": .string(SpecSchema.localName)]]]
    }
  }

  /// A value inside a list or a mapping, which may be null.
  private func value(of shape: Shape) -> Value {
    .object(Self.any(of: alternatives(of: shape) + [["type": "null"]]))
  }

  /// What `!env`, `!basic` and `!bearer` take.
  private static let secrets: [Value] = [
    ["$ref": "#/definitions/processVariable"],
    [
      "type": "object", "required": ["username", "password"], "additionalProperties": false,
      "properties": [
        "username": text, "password": ["$ref": "#/definitions/processVariable"],
      ],
    ],
    [
      "type": "object", "required": ["token"], "additionalProperties": false,
      "properties": ["token": ["$ref": "#/definitions/processVariable"]],
    ],
  ]

  /// One of `alternatives`; those that name nothing but types become one.
  static func any(of alternatives: [Value]) -> Members {
    var types: [Value] = []
    var others: [Value] = []
    for alternative in alternatives {
      if let type = alternative["type"], alternative.members?.count == 1 {
        types += (type.items ?? [type]).filter { !types.contains($0) }
      } else if !others.contains(alternative) {
        others.append(alternative)
      }
    }
    if !types.isEmpty { others.append(["type": types.count == 1 ? types[0] : .list(types)]) }
    guard others.count > 1 else { return others.first?.members ?? [:] }
    return ["anyOf": .list(others)]
  }

  private static func description(of attribute: Attribute) -> String {
    var text = attribute.summary
    if case .identifier(let kind) = attribute.shape { text += " Write !ref to a \(kind)." }
    let notes = attribute.notes.map { $0.replacing("`", with: "") }
    return notes.isEmpty ? text : text + " (" + notes.joined(separator: "; ") + ")"
  }
}
