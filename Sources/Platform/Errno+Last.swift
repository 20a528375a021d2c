import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

extension Errno {
  /// What the last failed C call of this thread left in `errno`; read it before any other call.
  static var last: Errno { Errno(rawValue: errno) }
}
