internal import HTTPTypes
internal import Synchronization

/// Counts the requests of a run, repeated ones each time.
package final class RequestCount: Sendable {
  private let counts = Mutex((reads: 0, writes: 0))

  package init() {}

  /// GET requests sent.
  package var reads: Int { counts.withLock(\.reads) }
  /// Requests of any other method sent, those for tokens among them.
  package var writes: Int { counts.withLock(\.writes) }

  /// Counts `exchange`; fit to be a client's observer.
  package func record(_ exchange: Exchange) {
    counts.withLock { counts in
      if exchange.method == .get { counts.reads += 1 } else { counts.writes += 1 }
    }
  }
}
