/// Endpoints that share a rate limit.
///
/// <https://www.braze.com/docs/api/api_limits>. Those of a workspace that was opened lately.
enum RatePool: Sendable, Hashable {
  /// All that has no limit of its own.
  case shared
  case track, exports, subscriptions, broadcasts, duplicates
  /// Events and, which is unconfirmed, custom attributes.
  case definitions

  var limit: Int {
    switch self {
    case .shared: 250_000
    case .track: 3_000
    case .exports, .broadcasts: 250
    case .subscriptions: 5_000
    case .duplicates: 100
    case .definitions: 1_000
    }
  }

  var seconds: Int {
    switch self {
    case .shared, .definitions: 3_600
    case .track: 3
    case .exports, .broadcasts, .subscriptions, .duplicates: 60
    }
  }
}
