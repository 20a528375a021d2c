package import Model
package import Values

/// The language of the spec as JSON Schema, for editors.
///
/// Draft 7, which every editor's YAML support reads; of later drafts yaml-language-server
/// understands only parts, and that only since 2025.
package enum SpecSchema {
  /// What a resource may be called.
  static let localName = "^[a-z0-9_]+$"

  /// The schema of a spec that may declare resources of `kinds`.
  package static func value(of kinds: [Kind]) -> Value {
    var properties: Members = [
      "version": ["const": 1, "description": "The version of the spec's language."],
      "environments": EnvironmentSchema.environments,
      "variables": EnvironmentSchema.variables,
    ]
    for kind in kinds where properties[kind.system] == nil {
      properties[kind.system] = system(kinds.filter { $0.system == kind.system })
    }
    var definitions = EnvironmentSchema.definitions
    for kind in kinds { definitions[kind.name] = ResourceSchema.value(of: kind) }
    return [
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "Lockstep spec",
      "description": "What Zendesk and Braze are to be like, and where.",
      "type": "object",
      "properties": .object(properties),
      "required": ["version"],
      "additionalProperties": false,
      "definitions": .object(definitions),
    ]
  }

  private static func system(_ kinds: [Kind]) -> Value {
    let sections = kinds.map { kind -> (String, Value) in
      (
        kind.collection,
        [
          "description": .string("\(kind.summary) (\(kind.name))"),
          "markdownDescription": .string("\(kind.summary) [\(kind.name)](\(kind.page))"),
          "type": ["object", "null"],
          "propertyNames": ["pattern": .string(localName)],
          "additionalProperties": ["$ref": .string("#/definitions/\(kind.name)")],
        ]
      )
    }
    return [
      "description": "The resources to be managed, by section and name.",
      "type": ["object", "null"],
      "properties": .object(Members(sections)),
      "additionalProperties": false,
    ]
  }
}
