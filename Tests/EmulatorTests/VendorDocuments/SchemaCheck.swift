import Values

/// Holds a value against a schema of an OpenAPI document.
///
/// What a schema does not name is let pass, since answers may grow; but an object that shares no
/// member with a schema that names some is another object.
struct SchemaCheck {
  /// Where a value breaks its schema: `triggers[].title`, and how.
  struct Problem: Hashable, CustomStringConvertible {
    var place: String
    var text: String

    var description: String { "\(place): \(text)" }
  }

  let document: VendorDocument

  func problems(_ value: Value, _ schema: Value, at place: String = "") -> [Problem] {
    let found = broken(value, schema, at: place)
    let names = names(of: schema)
    guard let members = value.members, !members.isEmpty, !names.isEmpty,
      names.isDisjoint(with: members.keys)
    else { return found }
    return found + [Problem(place: place, text: "has nothing that the document names")]
  }

  /// The members that a schema and the schemas it is made of name.
  private func names(of schema: Value) -> Set<String> {
    if let reference = schema["$ref"]?.text {
      return document.target(reference).map { names(of: $0) } ?? []
    }
    let parts = ["allOf", "anyOf", "oneOf"].flatMap { schema[$0]?.items ?? [] }
    return parts.reduce(into: Set(schema["properties"]?.members?.keys ?? [])) { names, part in
      names.formUnion(self.names(of: part))
    }
  }

  private func broken(_ value: Value, _ schema: Value, at place: String) -> [Problem] {
    if let reference = schema["$ref"]?.text {
      guard let target = document.target(reference) else {
        return [Problem(place: place, text: "the document lacks \(reference)")]
      }
      return broken(value, target, at: place)
    }
    if value.isNull {
      let isTyped = schema["type"] != nil || schema["allOf"] != nil || schema["oneOf"] != nil
      guard isTyped, schema["nullable"] != true else { return [] }
      return [Problem(place: place, text: "is null")]
    }
    return typeProblems(value, schema, place) + combinations(value, schema, place)
  }

  private func combinations(_ value: Value, _ schema: Value, _ place: String) -> [Problem] {
    var found = (schema["allOf"]?.items ?? []).flatMap { broken(value, $0, at: place) }
    for keyword in ["oneOf", "anyOf"] {
      guard let choices = schema[keyword]?.items else { continue }
      let fitting = choices.filter { broken(value, $0, at: place).isEmpty }.count
      if fitting == 0 || keyword == "oneOf" && fitting > 1 {
        found.append(Problem(place: place, text: "fits \(fitting) of \(keyword)"))
      }
    }
    if let choices = schema["enum"]?.items, !choices.contains(value) {
      found.append(Problem(place: place, text: "is none of the enum"))
    }
    return found
  }

  private func typeProblems(_ value: Value, _ schema: Value, _ place: String) -> [Problem] {
    switch (schema["type"]?.text, value) {
    case (nil, .object(let members)): return memberProblems(members, schema, place)
    case ("object", .object(let members)): return memberProblems(members, schema, place)
    case ("array", .list(let items)):
      return items.flatMap { problems($0, schema["items"] ?? [:], at: "\(place)[]") }
    case ("string", .string(let text)):
      guard schema["format"] == "date-time", !(text.contains("T") && text.hasSuffix("Z")) else {
        return []
      }
      return [Problem(place: place, text: "is no date-time")]
    case (nil, _), ("integer", .integer), ("number", .integer), ("number", .decimal),
      ("boolean", .boolean):
      return []
    case (let type, _): return [Problem(place: place, text: "is not of type \(type ?? "")")]
    }
  }

  private func memberProblems(_ members: Members, _ schema: Value, _ place: String) -> [Problem] {
    let properties = schema["properties"]?.members ?? [:]
    let required = (schema["required"]?.items ?? []).compactMap(\.text)
    var found = required.filter { name in
      members[name] == nil && properties[name]?["writeOnly"] != true
    }.map { Problem(place: place, text: "lacks \($0)") }
    for (name, value) in members {
      let place = place.isEmpty ? name : "\(place).\(name)"
      if let property = properties[name] {
        found += problems(value, property, at: place)
      } else if schema["additionalProperties"]?.members != nil {
        found += problems(value, schema["additionalProperties"] ?? [:], at: place)
      }
    }
    return found
  }
}
