package import Model

/// What a write left.
package struct Written: Sendable, Hashable {
  /// The object as the server told of it afterwards.
  package let object: RemoteObject
  /// The attributes that were sent and that the server left out, by its own account.
  package let dropped: [String]

  package init(object: RemoteObject, dropped: [String] = []) {
    self.object = object
    self.dropped = dropped
  }
}
