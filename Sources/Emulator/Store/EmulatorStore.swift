internal import Platform
internal import Values

/// The folder in which an emulator's state lives from run to run, held by one process at a time.
final class EmulatorStore: Sendable {
  /// The folder.
  let path: String
  private let lock: FileLock

  /// Far more than an account with all its limits reached takes up.
  private static let sizeLimit = 1 << 30

  /// Makes the folder if need be and takes its lock.
  init(path: String) throws(EmulatorError) {
    self.path = path
    let lock: FileLock?
    do throws(FileError) {
      try Folder.create(path)
      lock = try FileLock.acquire(at: "\(path)/lock")
    } catch {
      throw .storeInaccessible(path: path, reason: "\(error)")
    }
    guard let lock else { throw .storeLocked(path: path) }
    self.lock = lock
  }

  /// Nil if nothing was ever written.
  func readZendesk() throws(EmulatorError) -> ZendeskState? {
    try read(.zendesk, ZendeskArchive.state)
  }

  /// Nil if nothing was ever written, as in a store of before there was a Braze.
  func readBraze() throws(EmulatorError) -> BrazeState? {
    try read(.braze, BrazeArchive.state)
  }

  /// Replaces what was written before, whole or not at all.
  func write(_ state: ZendeskState) throws(EmulatorError) {
    try write(ZendeskArchive.document(state), to: .zendesk)
  }

  /// Replaces what was written before, whole or not at all.
  func write(_ state: BrazeState) throws(EmulatorError) {
    try write(BrazeArchive.document(state), to: .braze)
  }

  /// Each half has its own, so that a change to one does not write the other.
  private func file(of vendor: Vendor) -> String {
    switch vendor {
    case .zendesk: "\(path)/zendesk.json"
    case .braze: "\(path)/braze.json"
    }
  }

  private func read<State>(
    _ vendor: Vendor,
    _ state: (Value) throws(ArchiveDamage) -> State
  ) throws(EmulatorError) -> State? {
    let file = file(of: vendor)
    let bytes: [UInt8]
    do throws(FileError) {
      guard let content = try FileText.read(file, limitBytes: Self.sizeLimit) else { return nil }
      bytes = content
    } catch {
      throw .storeInaccessible(path: path, reason: "\(error)")
    }
    let document: Value
    do throws(JSONError) {
      document = try Value(json: bytes)
    } catch {
      throw .storeDamaged(path: file, reason: "\(error)")
    }
    do throws(ArchiveDamage) {
      return try state(document)
    } catch {
      throw .storeDamaged(path: file, reason: error.reason)
    }
  }

  private func write(_ document: Value, to vendor: Vendor) throws(EmulatorError) {
    let text = document.json(.pretty) + "\n"
    do throws(FileError) {
      // It holds what clients sent, webhooks' credentials among it.
      try AtomicFile.write(Array(text.utf8), to: file(of: vendor), isPrivate: true)
    } catch {
      throw .storeInaccessible(path: path, reason: "\(error)")
    }
  }

  func release() {
    lock.release()
  }
}
