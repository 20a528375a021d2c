/// A piece of data as it travels from the spec to an API and back.
package enum Value: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number that is not an `Int`, in its source's own digits (`1.10` stays `1.10`).
  case decimal(String)
  case string(String)
  case list([Value])
  case object(Members)
  /// The remote id of another resource, known once that resource exists.
  case reference(Reference)
  /// Text with remote ids in it.
  case format([FormatPiece])
  /// A value whose JSON text is what is meant; it may hold references and secrets.
  indirect case json(Value)
  indirect case secret(Secret)
}

extension Value {
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var items: [Value]? {
    if case .list(let items) = self { items } else { nil }
  }

  package var members: Members? {
    if case .object(let members) = self { members } else { nil }
  }

  package var boolean: Bool? {
    if case .boolean(let boolean) = self { boolean } else { nil }
  }

  package var integer: Int? {
    if case .integer(let integer) = self { integer } else { nil }
  }

  package var isNull: Bool { self == .null }

  /// The member called `key`; nil where this is no object or has no such member.
  package subscript(key: String) -> Value? { members?[key] }

  /// The text of a string, number or boolean; nil for anything else.
  package var scalarText: String? {
    switch self {
    case .string(let text), .decimal(let text): text
    case .integer(let integer): String(integer)
    case .boolean(let boolean): boolean ? "true" : "false"
    default: nil
    }
  }

  /// Every reference in this value, outermost first, in the order of writing.
  package var references: [Reference] {
    var found: [Reference] = []
    forEachReference { found.append($0) }
    return found
  }

  /// Visits every reference in this value, outermost first, in the order of writing.
  package func forEachReference(_ visit: (Reference) -> Void) {
    switch self {
    case .reference(let reference): visit(reference)
    case .format(let pieces):
      for case .reference(let reference) in pieces { visit(reference) }
    case .json(let value): value.forEachReference(visit)
    case .list(let items): for item in items { item.forEachReference(visit) }
    case .object(let members): for (_, value) in members { value.forEachReference(visit) }
    default: break
    }
  }

  /// Every secret in this value, in the order of writing.
  package var secrets: [Secret] {
    switch self {
    case .secret(let secret): [secret]
    case .json(let value): value.secrets
    case .list(let items): items.flatMap(\.secrets)
    case .object(let members): members.flatMap(\.value.secrets)
    default: []
    }
  }

  /// This value with `transform` applied to each leaf that is not null, boolean, number or string.
  package func replacingSymbols(_ transform: (Value) throws -> Value) rethrows -> Value {
    switch self {
    case .list(let items): .list(try items.map { try $0.replacingSymbols(transform) })
    case .object(let members): .object(try members.mapValues { try $0.replacingSymbols(transform) })
    case .reference, .format, .json, .secret: try transform(self)
    default: self
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(arrayLiteral elements: Value...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, Value)...) { self = .object(Members(elements)) }
}
