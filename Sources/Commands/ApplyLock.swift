internal import Diagnostics
internal import Platform

/// Keeps two applies of one spec on one machine from running at the same time.
///
/// The lock is taken on the spec itself, so that no file of ours lies beside it.
struct ApplyLock: Sendable {
  private let lock: FileLock?

  init(_ path: String, in session: Session) throws(Preparation.Failure) {
    do throws(FileError) {
      guard let file = try Self.file(session.absolute(path)) else {
        lock = nil
        return
      }
      lock = try FileLock.acquire(at: file)
    } catch {
      // A file that cannot be locked is one that cannot be read either, or lies on a file system
      // without locks: the first is reported by reading it, the second must not stop anybody.
      lock = nil
      return
    }
    guard lock != nil else {
      throw Preparation.Failure(
        status: .failed,
        diagnostics: [
          Diagnostic(
            code: "apply-in-progress",
            summary: "Another apply is running",
            detail: "Another lockstep applies \(path) at this moment. Wait for it to end."
          )
        ]
      )
    }
  }

  func release() { lock?.release() }

  /// The spec's file, or the first of a folder of them.
  private static func file(_ path: String) throws(FileError) -> String? {
    switch Folder.kind(of: path) {
    case .file: path
    case .folder:
      try Folder.entries(path).first { $0.hasSuffix(".yaml") }.map { path + "/" + $0 }
    case .other, .missing: nil
    }
  }
}
