internal import Model
internal import Values

extension RemoteObject {
  /// The most characters of an id: it stands in URLs, in the lock and in messages.
  private static let idLimit = 200
  /// The most bytes of a name that serves as an id.
  private static let nameLimit = 1000

  /// Nil unless `value` is an object of `kind` with an id that can be one.
  ///
  /// - Parameter id: Its id where the answer does not tell it.
  init?(answered value: Value, of kind: Kind, id: String? = nil) {
    let name = kind.endpoints.idName
    guard var attributes = value.members else { return nil }
    let isNamed = name == kind.identity.attribute
    let told = attributes[name].flatMap { isNamed ? Self.name($0) : Self.assignedID($0) }
    guard let found = told ?? (attributes[name] == nil ? id : nil) else { return nil }
    if attributes[name] == nil { attributes[name] = .string(found) }
    self.init(id: found, attributes: kind.endpoints.form(attributes))
  }

  /// An id that the server gave: printable ASCII, not too long, or a whole number.
  static func assignedID(_ value: Value) -> String? {
    switch value {
    case .string(let id)
    where (1...idLimit).contains(id.utf8.count)
      && id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }):
      id
    case .integer(let id): String(id)
    default: nil
    }
  }

  /// A name that people gave, blanks and all, in any script.
  private static func name(_ value: Value) -> String? {
    guard let name = value.text, (1...nameLimit).contains(name.utf8.count),
      name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { return nil }
    return name
  }
}
