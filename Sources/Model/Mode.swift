/// Who keeps an object as its resource says.
package enum Mode: Sendable, Hashable {
  /// This tool: it creates, updates and deletes.
  case managed
  /// Somebody else: the object exists, is found, referred to and compared, and is never written.
  case verified
}
