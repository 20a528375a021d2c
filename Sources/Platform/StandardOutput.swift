import Synchronization
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Writes to standard output and standard error.
package enum StandardOutput {
  /// Where a text goes.
  package enum Stream: Sendable, Hashable {
    case output, error
  }

  /// Held for the length of one write, so that texts written concurrently do not mingle.
  private static let turn = Mutex(())

  /// Writes all of `text`, waiting for a slow reader.
  ///
  /// A reader that has gone is an error with `isBrokenPipe`, if `ignoreBrokenPipes()` was called;
  /// else it ends the process.
  package static func write(_ text: String, to stream: Stream = .output) throws(FileError) {
    switch stream {
    case .output: try write(text, to: .standardOutput, named: "standard output")
    case .error: try write(text, to: .standardError, named: "standard error")
    }
  }

  static func write(
    _ text: String,
    to descriptor: FileDescriptor,
    named name: String
  ) throws(FileError) {
    try FileError.naming(name, "write to") {
      let bytes = Array(text.utf8)
      var written = 0
      try turn.withLock { _ in
        while written < bytes.count {
          do {
            written += try unsafe bytes[written...].withUnsafeBytes {
              try unsafe descriptor.write($0)
            }
          } catch Errno.wouldBlock {
            descriptor.wait(for: CInt(POLLOUT))
          }
        }
      }
    }
  }

  /// Lets a write to a pipe without a reader fail, where it would else end the process. Call it
  /// once, at the start.
  package static func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }
}
