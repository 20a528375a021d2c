import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// What happens to this process when one signal comes: kept, so that it can be given back.
///
/// Its pointers are those of a signal handler, which any thread may call.
struct SignalDisposition: @unchecked Sendable {
  private let number: Int32
  private let action: sigaction

  /// Lets `handler` take the next signal `number`, and the default disposition every further one.
  ///
  /// Returns the disposition until then. What `handler` does must be safe in a signal handler.
  static func replace(
    _ number: Int32,
    by handler: @escaping @convention(c) (Int32) -> Void
  ) throws(Errno) -> SignalDisposition {
    var action = sigaction()
    #if canImport(Darwin)
      unsafe action.__sigaction_u.__sa_handler = handler
    #else
      unsafe action.__sigaction_handler.sa_handler = handler
    #endif
    action.sa_flags = SA_RESTART | Int32(truncatingIfNeeded: SA_RESETHAND)
    var previous = sigaction()
    guard unsafe sigaction(number, &action, &previous) == 0 else { throw .last }
    return SignalDisposition(number: number, action: previous)
  }

  /// Puts this disposition back in force.
  func restore() {
    var action = action
    _ = unsafe sigaction(number, &action, nil)
  }

  /// Puts the default disposition of this signal in force.
  func setDefault() {
    _ = signal(number, SIG_DFL)
  }
}
