internal import Model
internal import Values

/// A resource of one kind as JSON Schema.
enum ResourceSchema {
  static func value(of kind: Kind) -> Value {
    let written = kind.schema.filter { !$0.isReadOnly }
    let attributes = written.map { ($0.name, ShapeSchema.value(of: $0)) }
    let ownKeys = OwnKey.allCases.map { key -> (String, Value) in
      let described: Members = ["description": .string(key.summary)]
      return (key.rawValue, .object(described.merging(self.value(of: key, kind))))
    }
    return [
      "description": .string(kind.summary),
      "markdownDescription": .string("\(kind.summary) [\(kind.name)](\(kind.page))"),
      "type": "object",
      "properties": .object(Members(attributes + ownKeys)),
      "additionalProperties": false,
      "if": isTrue(.absent),
      "then": .object(absent(kind)),
      "else": [
        "if": isTrue(.external),
        "then": .object(external(kind)),
        "else": ["required": .list(required(kind).map(Value.string))],
      ],
    ]
  }

  private static func isTrue(_ key: OwnKey) -> Value {
    [
      "properties": .object([key.rawValue: ["const": true]]),
      "required": [.string(key.rawValue)],
    ]
  }

  private static func value(of key: OwnKey, _ kind: Kind) -> Members {
    switch key {
    case .absent, .external, .protect: return ["type": "boolean"]
    case .match:
      let text: Value = ["type": ["string", "number", "boolean"]]
      return [
        "type": "object",
        "properties": .object(Members([("id", text), (kind.identity.attribute, text)])),
        "additionalProperties": false,
        "minProperties": 1,
        "maxProperties": 1,
      ]
    case .ignore:
      let names = kind.schema.filter { !$0.isReadOnly }.map { Value.string($0.name) }
      return ["type": "array", "items": ["enum": .list(names)]]
    case .lint:
      return [
        "type": "object",
        "properties": ["reason": ["type": ["string", "number", "boolean"]]],
        "additionalProperties": ["const": "off"],
        "minProperties": 2,
        "required": ["reason"],
      ]
    }
  }

  /// Of an absent resource only what finds its object may be written.
  private static func absent(_ kind: Kind) -> Members {
    let keys: [OwnKey] = [.absent, .external, .match, .protect]
    let names = keys.map(\.rawValue) + [kind.identity.attribute]
    let schema: Members = [
      "propertyNames": ["enum": .list(names.map(Value.string))],
      "properties": .object([OwnKey.external.rawValue: ["const": false]]),
    ]
    return schema.merging(findable(kind))
  }

  /// Of an external resource nothing may be written that only makes sense for what is sent.
  private static func external(_ kind: Kind) -> Members {
    var refused = Members(kind.schema.filter { $0.ordering != nil }.map { ($0.name, false) })
    refused[OwnKey.ignore.rawValue] = false
    refused[OwnKey.protect.rawValue] = ["const": false]
    return (["properties": .object(refused)] as Members).merging(findable(kind))
  }

  /// Something by which its object is found must be there.
  private static func findable(_ kind: Kind) -> Members {
    guard case .attribute(let identity) = kind.identity else { return [:] }
    let ways = [OwnKey.match.rawValue, identity]
    return ["anyOf": .list(ways.map { ["required": [.string($0)]] })]
  }

  /// A resource's own name need not be repeated.
  private static func required(_ kind: Kind) -> [String] {
    kind.schema.filter { $0.isRequired && kind.identity != .localName($0.name) }.map(\.name)
  }
}
