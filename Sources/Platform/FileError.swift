import SystemPackage

/// A file, folder or stream that the operating system would not let us use.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The path as the caller gave it, or the name of a stream.
  package let path: String
  /// What was attempted, as a verb that follows "cannot": `read`, `write`, `lock`.
  package let operation: String
  /// Why it failed, in the words of `strerror(3)`: `No such file or directory`.
  package let reason: String
  private let cause: Errno?
  /// Whether the file is larger than what the caller is ready to read.
  package let isTooLarge: Bool

  /// A refusal of our own, without an error of the operating system behind it.
  package init(path: String, operation: String, reason: String, isTooLarge: Bool = false) {
    self.path = path
    self.operation = operation
    self.reason = reason
    self.isTooLarge = isTooLarge
    self.cause = nil
  }

  init(path: String, operation: String, cause: Errno) {
    self.path = path
    self.operation = operation
    self.reason = cause.description
    self.isTooLarge = false
    self.cause = cause
  }

  /// Whether nothing is there under that path.
  package var isMissing: Bool { cause == .noSuchFileOrDirectory }

  /// Whether permissions, or a file system mounted for reading only, stand in the way.
  package var isDenied: Bool {
    cause == .permissionDenied || cause == .notPermitted || cause == .readOnlyFileSystem
  }

  /// Whether the reader at the other end of a pipe has gone, as with `| head`.
  package var isBrokenPipe: Bool { cause == .brokenPipe }

  package var description: String { "cannot \(operation) \(path): \(reason)" }

  /// Runs `body`, and turns an `Errno` it throws into an error about `operation` on `path`.
  static func naming<Result>(
    _ path: String,
    _ operation: String,
    _ body: () throws -> Result
  ) throws(FileError) -> Result {
    do {
      return try body()
    } catch let error as FileError {
      throw error
    } catch let error as Errno {
      throw FileError(path: path, operation: operation, cause: error)
    } catch {
      throw FileError(path: path, operation: operation, reason: String(describing: error))
    }
  }
}
