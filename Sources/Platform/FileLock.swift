import Synchronization
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// An advisory lock on a file, held by one holder at a time among all processes and within each.
///
/// It is a `flock(2)` lock, so that the operating system drops it when its holder dies. The file
/// stays, empty, when the lock is released: removing it would let two holders in.
package final class FileLock: Sendable {
  private let descriptor: Mutex<FileDescriptor?>

  private init(_ descriptor: FileDescriptor) {
    self.descriptor = Mutex(descriptor)
  }

  deinit {
    release()
  }

  /// Takes the lock on the file at `path` at once; nil if somebody else holds it.
  ///
  /// A missing file is created with permissions 0600; its folder must be there.
  package static func acquire(at path: String) throws(FileError) -> FileLock? {
    try FileError.naming(path, "lock") {
      let file = try FilePath(checked: path)
      // Another round only where the file was removed between its opening and its locking.
      for _ in 0..<10 {
        let descriptor = try FileDescriptor.open(
          file,
          .readWrite,
          options: [.create, .closeOnExec, .nonBlocking],
          permissions: .ownerReadWrite
        )
        let lock = FileLock(descriptor)
        guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
          if Errno.last == .wouldBlock { return nil }
          throw Errno.last
        }
        if try descriptor.isOpen(at: file) { return lock }
      }
      return nil
    }
  }

  /// Takes the lock as soon as it is free; nil if it is not within `patience`, or if the task is
  /// cancelled meanwhile.
  package static func acquire(
    at path: String,
    waitingUpTo patience: Duration
  ) async throws(FileError) -> FileLock? {
    let start = ContinuousClock.now
    while true {
      if let lock = try acquire(at: path) { return lock }
      let remaining = patience - start.duration(to: .now)
      guard remaining > .zero else { return nil }
      do {
        try await Task.sleep(for: min(remaining, .milliseconds(50)))
      } catch {
        return nil
      }
    }
  }

  /// Gives the lock up; a second call does nothing.
  package func release() {
    descriptor.withLock { descriptor in
      guard let held = descriptor else { return }
      // Closing alone would leave the lock to a child that has the descriptor until its exec(3).
      // Nothing is to be done where either fails: the descriptor is gone, and the lock with it.
      _ = flock(held.rawValue, LOCK_UN)
      _ = close(held.rawValue)
      descriptor = nil
    }
  }
}

extension FileDescriptor {
  /// Whether `path` still leads to the file that is open here.
  fileprivate func isOpen(at path: FilePath) throws -> Bool {
    let here = try stat()
    guard let there = try path.statIfPresent() else { return false }
    return here.inode == there.inode && here.deviceID == there.deviceID
  }
}
