import Testing
import Values

/// Holds values against a JSON Schema of draft 7, as far as ours makes use of it.
///
/// A keyword that it does not know is a failure of its own: what is not checked must not pass.
struct JSONSchemaCheck {
  let root: Value

  private static let annotations: Set<String> = [
    "$schema", "title", "description", "markdownDescription", "default", "definitions",
    // Read together with their `if`.
    "then", "else",
  ]

  /// What is wrong with `value`, each with its path; empty if nothing is.
  func problems(of value: Value) throws -> [String] {
    try problems(of: value, in: root, at: "")
  }

  private func problems(of value: Value, in schema: Value, at path: String) throws -> [String] {
    if let isAllowed = schema.boolean { return isAllowed ? [] : ["\(path): not allowed"] }
    let keywords = try #require(schema.members, "no schema: \(schema.json())")
    return try keywords.flatMap { keyword, rule in
      try problems(of: value, by: keyword, rule, in: schema, at: path)
    }
  }

  private func fits(_ value: Value, _ schema: Value) throws -> Bool {
    try problems(of: value, in: schema, at: "").isEmpty
  }

  private func problems(
    of value: Value,
    by keyword: String,
    _ rule: Value,
    in schema: Value,
    at path: String
  ) throws -> [String] {
    let alternatives = rule.items ?? []
    switch keyword {
    case _ where Self.annotations.contains(keyword): return []
    case "$ref":
      let name = try #require(rule.text?.split(separator: "/").last.map(String.init))
      let target = try #require(root["definitions"]?[name], "no definition \(name)")
      return try problems(of: value, in: target, at: path)
    case "const": return value == rule ? [] : ["\(path): not \(rule.json())"]
    case "enum": return alternatives.contains(value) ? [] : ["\(path): not in \(rule.json())"]
    case "type":
      let names = (rule.items ?? [rule]).compactMap(\.text)
      return names.contains { value.isOfType($0) } ? [] : ["\(path): not \(names)"]
    case "pattern":
      guard let text = value.text else { return [] }
      let pattern = try Regex(try #require(rule.text))
      return text.firstMatch(of: pattern) == nil ? ["\(path): \(rule.json())"] : []
    case "allOf": return try alternatives.flatMap { try problems(of: value, in: $0, at: path) }
    case "anyOf":
      return try alternatives.contains { try fits(value, $0) } ? [] : ["\(path): none fits"]
    case "oneOf":
      let count = try alternatives.count { try fits(value, $0) }
      return count == 1 ? [] : ["\(path): \(count) fit"]
    case "not": return try fits(value, rule) ? ["\(path): is \(rule.json())"] : []
    case "if":
      guard let then = schema[try fits(value, rule) ? "then" : "else"] else { return [] }
      return try problems(of: value, in: then, at: path)
    case "items":
      return try (value.items ?? []).enumerated().flatMap {
        try problems(of: $1, in: rule, at: "\(path)[\($0)]")
      }
    default:
      return try problems(ofMembers: value.members, by: keyword, rule, in: schema, at: path)
    }
  }

  private func problems(
    ofMembers members: Members?,
    by keyword: String,
    _ rule: Value,
    in schema: Value,
    at path: String
  ) throws -> [String] {
    let known = ["properties", "required", "additionalProperties", "propertyNames"]
    try #require((known + ["minProperties", "maxProperties"]).contains(keyword), "\(keyword)")
    guard let members else { return [] }
    switch keyword {
    case "properties":
      return try members.flatMap { name, member in
        try rule[name].map { try problems(of: member, in: $0, at: "\(path).\(name)") } ?? []
      }
    case "required":
      return (rule.items ?? []).compactMap(\.text).filter { members[$0] == nil }
        .map { "\(path): lacks \($0)" }
    case "additionalProperties":
      let others = members.filter { name, _ in schema["properties"]?[name] == nil }
      return try others.flatMap { try problems(of: $1, in: rule, at: "\(path).\($0)") }
    case "propertyNames":
      return try members.keys.flatMap {
        try problems(of: .string($0), in: rule, at: "\(path) \($0)")
      }
    case "minProperties": return members.count >= rule.integer ?? 0 ? [] : ["\(path): too few"]
    default: return members.count <= rule.integer ?? .max ? [] : ["\(path): too many"]
    }
  }
}

extension Value {
  fileprivate func isOfType(_ name: String) -> Bool {
    switch (name, self) {
    case ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .integer),
      ("number", .decimal), ("string", .string), ("array", .list), ("object", .object):
      true
    default: false
    }
  }
}
