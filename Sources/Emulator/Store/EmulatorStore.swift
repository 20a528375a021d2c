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

  private var file: String { "\(path)/zendesk.json" }

  /// Nil if nothing was ever written.
  func read() throws(EmulatorError) -> ZendeskState? {
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
    do throws(ZendeskArchive.Damage) {
      return try ZendeskArchive.state(document)
    } catch {
      throw .storeDamaged(path: file, reason: error.reason)
    }
  }

  /// Replaces what was written before, whole or not at all.
  func write(_ state: ZendeskState) throws(EmulatorError) {
    let text = ZendeskArchive.document(state).json(.pretty) + "\n"
    do throws(FileError) {
      // It holds what clients sent, webhooks' credentials among it.
      try AtomicFile.write(Array(text.utf8), to: file, isPrivate: true)
    } catch {
      throw .storeInaccessible(path: path, reason: "\(error)")
    }
  }

  func release() {
    lock.release()
  }
}
