/// Who keeps an object as its resource says.
package enum Mode: Sendable, Hashable {
  /// This tool: it creates, updates and deletes.
  case managed
  /// Somebody else: the object exists, is found, referred to and compared, and is never written.
  case external
  /// A person, since no API can; the API reads it, so that every visible attribute is compared.
  case verified
  /// A person, and no API reads it: the lock remembers what was confirmed.
  case attested

  /// Whether only a person can make the object what it is to be.
  package var isByHand: Bool { self == .verified || self == .attested }
}
