internal import Values

/// The members of a classic endpoint's body, read by the types that the endpoint expects.
///
/// A wrong type is the caller's mistake (400) and never reaches the record's own validation (422).
struct Parameters {
  let members: Members
  /// Where the members stand in the body: `trigger`.
  let path: String
  /// Who reads them: `api/v2/rules/triggers/create`.
  let action: String

  func has(_ key: String) -> Bool { members[key] != nil }

  /// The first of `keys` that holds a text.
  func text(_ keys: String...) throws(Refusal) -> String? {
    for key in keys {
      if let text = try read(key, "a string", { $0.text }) { return text }
    }
    return nil
  }

  func flag(_ key: String) throws(Refusal) -> Bool? {
    try read(key, "a boolean") { $0.boolean }
  }

  /// Digits in quotes count as a number.
  func number(_ key: String) throws(Refusal) -> Int? {
    try read(key, "an integer") { $0.integer ?? $0.text.flatMap { Int($0) } }
  }

  /// An id given as a number or as text.
  func identifier(_ key: String) throws(Refusal) -> String? {
    try read(key, "an integer") { value in
      value.integer.map { String($0) } ?? value.text.flatMap { Int($0) == nil ? nil : $0 }
    }
  }

  func list(_ key: String) throws(Refusal) -> [Value]? {
    try read(key, "an array") { $0.items }
  }

  /// The object called `key`, ready to be read in its turn.
  func object(_ key: String) throws(Refusal) -> Parameters? {
    try read(key, "a hash") { $0.members.map { nested(key, $0) } }
  }

  /// The list of objects called `key`.
  func objects(_ key: String) throws(Refusal) -> [Parameters]? {
    guard let items = try list(key) else { return nil }
    return try items.enumerated().map { (index, item) throws(Refusal) in
      guard let members = item.members else { throw wrong("\(key).\(index)", "a hash") }
      return nested("\(key).\(index)", members)
    }
  }

  func wrong(_ key: String, _ type: String) -> Refusal {
    let attribute = key.split(separator: ".").last.map { String($0) } ?? key
    return .invalidAttribute(attribute, "\(path).\(key)", mustBe: type, in: action)
  }

  private func nested(_ key: String, _ members: Members) -> Parameters {
    Parameters(members: members, path: "\(path).\(key)", action: action)
  }

  private func read<Content>(
    _ key: String,
    _ type: String,
    _ content: (Value) -> Content?
  ) throws(Refusal) -> Content? {
    guard let value = members[key], !value.isNull else { return nil }
    guard let content = content(value) else { throw wrong(key, type) }
    return content
  }
}
