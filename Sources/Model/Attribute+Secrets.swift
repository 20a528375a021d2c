package import Values

/// Secrets that an API reads back: they are compared, and neither shown nor remembered.
extension Attribute {
  /// `live` with each text concealed that stands where `desired` has a secret, or nothing: equal to the
  /// desired secret where the text is, and to nothing else otherwise.
  package func concealing(_ live: Value?, like desired: Value?) -> Value? {
    guard let live else { return nil }
    return shape.concealing(live, like: desired, mayHoldSecrets: mayHoldSecrets)
  }

  /// The digest of a value in normal form, which the texts of secrets have no part in.
  package func digest(of value: Value?) -> Digest {
    Digest(of: value.map { shape.masking($0, mayHoldSecrets: mayHoldSecrets) } ?? .null)
  }

  /// The digest of this attribute of `object`.
  package func digest(in object: RemoteObject) -> Digest { digest(of: normalForm(in: object)) }
}

extension Shape {
  fileprivate func concealing(_ live: Value, like desired: Value?, mayHoldSecrets: Bool) -> Value {
    switch (self, live) {
    case (.map, .object(let members)) where mayHoldSecrets:
      return .object(
        Members(
          members.map { key, value in
            guard let wanted = desired?[key] else { return (key, .secret(Secret(unread: key))) }
            guard case .secret(let secret) = wanted else { return (key, value) }
            let isSame = !secret.isRead || secret.reveal() == value.scalarText
            return (key, isSame ? wanted : .secret(Secret(unread: "another")))
          }
        )
      )
    case (.object(let schema), .object(let members)):
      return .object(
        Members(
          members.map { key, value in
            (key, schema[key]?.concealing(value, like: desired?[key]) ?? value)
          }
        )
      )
    case (.list(let item), .list(let items)):
      return .list(
        items.enumerated().map { index, value in
          let namesake = desired?.items?.first { wanted in
            wanted["name"] != nil && wanted["name"] == value["name"]
          }
          let sameIndex = desired?.items?.dropFirst(index).first
          return item.concealing(value, like: namesake ?? sameIndex, mayHoldSecrets: false)
        }
      )
    default: return live
    }
  }

  fileprivate func masking(_ value: Value, mayHoldSecrets: Bool) -> Value {
    switch (self, value) {
    case (.map, .object(let members)) where mayHoldSecrets:
      return .object(members.mapValues { _ in .string("") })
    case (.object(let schema), .object(let members)):
      return .object(
        Members(
          members.map { key, value in
            guard let attribute = schema[key] else { return (key, value) }
            return (
              key, attribute.shape.masking(value, mayHoldSecrets: attribute.mayHoldSecrets)
            )
          }
        )
      )
    case (.list(let item), .list(let items)):
      return .list(items.map { item.masking($0, mayHoldSecrets: false) })
    default: return value
    }
  }
}
