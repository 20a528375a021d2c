internal import Diagnostics
internal import Model
internal import Values

/// A value as far as it is known before an environment is chosen.
enum Draft: Sendable {
  case known(Value)
  case list([Draft])
  case object([(key: String, value: Draft)])
  indirect case json(Draft)
  /// A variable's value, to be read as `shape`; no shape is that of a value inside `!json`.
  indirect case variable(name: String, shape: Shape?, label: String, SourceRange)
  indirect case secret(name: String, SourceRange)
  /// The origin of a system with a path behind it.
  indirect case origin(system: String, path: String, SourceRange)
  indirect case basic(username: Draft, password: Draft)
  indirect case bearer(token: Draft)

  /// A list that is known if all its items are.
  static func collecting(_ items: [Draft]) -> Draft {
    let values = items.compactMap(\.knownValue)
    return values.count == items.count ? .known(.list(values)) : .list(items)
  }

  /// An object that is known if all its members are.
  static func collecting(_ members: [(key: String, value: Draft)]) -> Draft {
    let pairs = members.compactMap { member in member.value.knownValue.map { (member.key, $0) } }
    return pairs.count == members.count ? .known(.object(Members(pairs))) : .object(members)
  }

  /// The JSON text of `draft`.
  static func quoting(_ draft: Draft) -> Draft {
    if case .known(let value) = draft { .known(.json(value)) } else { .json(draft) }
  }

  var knownValue: Value? {
    if case .known(let value) = self { value } else { nil }
  }
}
