internal import HTTPTypes
internal import Values

/// What was asked and how it ended: never a credential, never a body.
struct RequestLog: Sendable {
  private struct Entry: Sendable {
    var method: String
    var path: String
    var query: String
    /// Nil if the connection was cut.
    var status: Int?
  }

  /// The oldest entries go first; the counts stay whole.
  private static let limit = 10_000
  /// Different requests that are counted, far more than both vendors have; further ones count together.
  private static let countLimit = 1_000

  private var entries: [Entry] = []
  private var counts: [String: Int] = [:]

  mutating func note(_ request: EmulatedRequest, status: Int?) {
    let method = request.method.rawValue
    if entries.count == Self.limit { entries.removeFirst(Self.limit / 10) }
    entries.append(
      Entry(
        method: method,
        path: request.path,
        query: Concealment.query(request.query.text(encodingNames: false)),
        status: status
      )
    )
    let kind = "\(method) \(ZendeskRoute(request)?.pattern ?? request.path)"
    let isCounted = counts[kind] != nil || counts.count < Self.countLimit
    counts[isCounted ? kind : "others", default: 0] += 1
  }

  /// `{"requests": [{"method", "path", "query", "status"}], "counts": {"GET /api/v2/triggers": 1}}`
  var document: Value {
    let requests = entries.map { entry -> Value in
      [
        "method": .string(entry.method), "path": .string(entry.path),
        "query": .string(entry.query), "status": entry.status.map { .integer($0) } ?? .null,
      ]
    }
    let counts = counts.sorted { $0.key < $1.key }.map { ($0.key, Value.integer($0.value)) }
    return ["requests": .list(requests), "counts": .object(Members(counts))]
  }
}
