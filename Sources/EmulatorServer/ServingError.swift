/// Why nothing can be served at an address.
package struct ServingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// `127.0.0.1:8099`
  package let address: String
  package let reason: String

  package var description: String { "cannot listen on \(address): \(reason)" }
}
