package import Values

/// Secrets that an API reads back: they are compared, and neither shown nor remembered.
extension Attribute {
  /// `live` with each text concealed that may be a secret: equal to the desired one where the text is,
  /// and to nothing else otherwise.
  ///
  /// What stands where `desired` has something plain is shown if it is just that, or if its key is one
  /// that never holds a secret.
  package func concealing(_ live: Value?, like desired: Value?) -> Value? {
    guard let live, hasSecretsInside else { return live }
    return shape.concealing(live, like: desired, openKeys: openKeys)
  }

  /// The digest of a value in normal form; of a secret it is what it is made of that counts, by name.
  package func digest(of value: Value?) -> Digest {
    Digest(
      of: (value ?? .null).replacingSymbols { symbol in
        if case .secret(let secret) = symbol { .string("(\(secret.recipe))") } else { symbol }
      }
    )
  }
}

extension Shape {
  fileprivate func concealing(_ live: Value, like desired: Value?, openKeys: Set<String>?) -> Value
  {
    switch (self, live) {
    case (.map, .object(let members)):
      guard let openKeys else { return live }
      return .object(
        Members(
          members.map { key, value in
            (
              key,
              Self.concealed(
                value,
                like: desired?[key],
                isOpen: openKeys.contains(key.lowercased())
              )
            )
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
          return item.concealing(value, like: namesake ?? sameIndex, openKeys: nil)
        }
      )
    default:
      // Of another form than the API's page says: what is in it is not known.
      let mayBeSecret = openKeys != nil || hasSecretsInside
      return mayBeSecret && live != desired ? .secret(Secret(unread: "another")) : live
    }
  }

  private static func concealed(_ live: Value, like desired: Value?, isOpen: Bool) -> Value {
    if case .secret(let secret)? = desired {
      let isSame = !secret.isRead || secret.reveal() == live.scalarText
      return isSame ? .secret(secret) : .secret(Secret(unread: "another"))
    }
    return isOpen || live == desired ? live : .secret(Secret(unread: "another"))
  }
}
