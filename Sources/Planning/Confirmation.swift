package import Model
internal import Values

/// Whether an object, as a write answered it, is what was written.
package enum Confirmation {
  /// The managed attributes that `object` shows otherwise than `change` sent them.
  ///
  /// An attribute that the answer leaves out contradicts nothing: not every answer is complete.
  package static func contradictions(
    in object: RemoteObject,
    to change: Change,
    _ kind: Kind,
    symbols: Symbols
  ) -> [String] {
    change.managed.filter { name in
      guard let attribute = kind.schema[name], let sent = change.body[name],
        object.attributes[name] != nil
      else { return false }
      let live = attribute.normalForm(in: object)
      var desired = attribute.normalForm(of: symbols.replaced(in: sent))
      if case .object(let schema) = attribute.shape {
        desired = Difference.withoutUnread(desired, schema, live: live)
      }
      if attribute.padding != nil, let wanted = desired?.items, let items = live?.items {
        // Where the server puts its own among them is its own business.
        return !wanted.allSatisfy(items.contains)
      }
      return live != desired
    }
  }
}
