import Dispatch
import Synchronization
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Carries signals from their handler, where next to nothing may be done, to an ordinary thread.
///
/// The handler writes the signal's number to a pipe. A signal source of Dispatch would not do: on
/// Linux it leaves the signal blocked in the thread that it came to, so that the default disposition
/// could never act on a second one.
enum SignalRelay {
  /// The end of the pipe that the handler writes to; -1 until there is one.
  private static let entrance = Atomic<Int32>(-1)
  /// Held for the life of the process, once there is one.
  private static let source = Mutex<(any DispatchSourceRead)?>(nil)

  /// Calls `deliver` with the number of every signal caught, from now to the end of the process;
  /// of several calls the first counts.
  static func start(_ deliver: @escaping @Sendable (Int32) -> Void) throws {
    try source.withLock { source in
      guard source == nil else { return }
      let (exit, entrance) = try FileDescriptor.pipe()
      for end in [exit, entrance] {
        // Neither the handler nor the reader may ever wait, and no child inherits the pipe.
        guard
          fcntl(end.rawValue, F_SETFD, FD_CLOEXEC) == 0,
          fcntl(end.rawValue, F_SETFL, O_NONBLOCK) == 0
        else { throw Errno.last }
      }
      Self.entrance.store(entrance.rawValue, ordering: .releasing)
      let reader = DispatchSource.makeReadSource(fileDescriptor: exit.rawValue)
      reader.setEventHandler {
        var number: UInt8 = 0
        while unsafe read(exit.rawValue, &number, 1) == 1 { deliver(Int32(number)) }
      }
      reader.activate()
      source = reader
    }
  }

  /// Catches the next signal `number`; returns the disposition until then.
  static func `catch`(_ number: Int32) throws(Errno) -> SignalDisposition {
    try SignalDisposition.replace(number) { number in
      let before = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = unsafe write(SignalRelay.entrance.load(ordering: .acquiring), &byte, 1)
      errno = before
    }
  }
}
