/// Why an emulator could not be had.
package enum EmulatorError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Another process has the store open; it may be serving it, see `ServedStore`.
  case storeLocked(path: String)
  /// A file of the store is not what this program wrote.
  case storeDamaged(path: String, reason: String)
  /// The store's folder or files cannot be made, read or written.
  case storeInaccessible(path: String, reason: String)

  package var description: String {
    switch self {
    case .storeLocked(let path): "another process uses the emulator's store \(path)"
    case .storeDamaged(let path, let reason): "the emulator's store \(path) is damaged: \(reason)"
    case .storeInaccessible(let path, let reason):
      "the emulator's store \(path) cannot be used: \(reason)"
    }
  }
}
