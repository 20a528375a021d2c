import SystemPackage
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The wish of somebody outside that this process end: Ctrl-C, or `SIGTERM`.
///
/// The first signal of a set is announced in `deliveries` and changes nothing else. With it the
/// whole set gets its default disposition, so that the second one ends the process, which a shell
/// reports as 130 for `SIGINT`.
package final class Interrupts: Sendable {
  /// `SIGINT`, `SIGTERM`, and `SIGHUP` as a closed terminal sends it.
  package static let usual: [Int32] = [SIGINT, SIGTERM, SIGHUP]

  private static let current = Mutex<Interrupts?>(nil)

  /// The number of the first signal that came; after it, or after `remove()`, the sequence ends.
  package let deliveries: AsyncStream<Int>
  private let continuation: AsyncStream<Int>.Continuation
  private let dispositions: [SignalDisposition]

  private init(_ dispositions: [SignalDisposition]) {
    self.dispositions = dispositions
    (deliveries, continuation) = AsyncStream.makeStream()
  }

  /// Catches `signals` from now on until `remove()`, even those that the process was started to
  /// ignore. Only one set is caught at a time; a second one is an error.
  package static func install(_ signals: [Int32] = usual) throws(FileError) -> Interrupts {
    try FileError.naming("signals", "catch") {
      try current.withLock { current in
        guard current == nil else { throw Errno.resourceBusy }
        try SignalRelay.start { number in Self.current.withLock { $0 }?.deliver(number) }
        var replaced: [SignalDisposition] = []
        do {
          for number in signals { replaced.append(try SignalRelay.catch(number)) }
        } catch {
          for disposition in replaced { disposition.restore() }
          throw error
        }
        let interrupts = Interrupts(replaced)
        current = interrupts
        return interrupts
      }
    }
  }

  /// Gives the signals back the dispositions they had before, and ends `deliveries`. A second call
  /// does nothing.
  package func remove() {
    Self.current.withLock { current in
      guard current === self else { return }
      for disposition in dispositions { disposition.restore() }
      current = nil
    }
    continuation.finish()
  }

  private func deliver(_ number: Int32) {
    for disposition in dispositions { disposition.setDefault() }
    continuation.yield(Int(number))
    continuation.finish()
  }
}
