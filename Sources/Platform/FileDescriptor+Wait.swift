import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

extension FileDescriptor {
  /// Waits until a descriptor that does not block is ready for `events`, such as `POLLIN`, or has
  /// failed, or a signal came; the call that follows tells which.
  func wait(for events: CInt) {
    var entry = pollfd(fd: rawValue, events: CShort(truncatingIfNeeded: events), revents: 0)
    _ = unsafe poll(&entry, 1, -1)
  }
}
