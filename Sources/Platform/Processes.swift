#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Processes of this machine.
package enum Processes {
  /// The number of this process.
  package static var currentID: Int { Int(getpid()) }

  /// Whether a process numbered `pid` is there, whoever owns it; one that has ended and was not yet
  /// waited for by its parent still is.
  package static func isAlive(pid: Int) -> Bool {
    // To kill(2) zero and negative numbers are groups of processes.
    guard pid > 0, let number = pid_t(exactly: pid) else { return false }
    return kill(number, 0) == 0 || errno == EPERM
  }
}
