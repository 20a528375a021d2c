import HTTPTypes
import Messages
import Synchronization
import Testing

/// Answers requests as a script says, one step a request, and remembers them.
final class ScriptedTransport: Transport {
  enum Step: Sendable {
    case answer(Int, String, HTTPFields = [:])
    case fail(TransportError.Cause, mayHaveTakenEffect: Bool)
  }

  private let state: Mutex<(steps: [Step], requests: [Request])>

  init(_ steps: [Step]) {
    state = Mutex((steps, []))
  }

  var requests: [Request] { state.withLock(\.requests) }

  /// `GET /api/v2/things`, without queries.
  var lines: [String] {
    requests.map { request in
      "\(request.method.rawValue) "
        + request.url.dropFirst("https://example.test".count).prefix { $0 != "?" }
    }
  }

  /// How many steps nobody asked for.
  var left: Int { state.withLock(\.steps.count) }

  func send(_ request: Request) async throws(TransportError) -> Response {
    let step = state.withLock { state in
      state.requests.append(request)
      return state.steps.isEmpty ? nil : state.steps.removeFirst()
    }
    switch step {
    case .answer(let status, let body, let headers):
      return Response(status: status, headers: headers, body: Array(body.utf8))
    case .fail(let cause, let mayHaveTakenEffect):
      throw TransportError(cause, "it went wrong", mayHaveTakenEffect: mayHaveTakenEffect)
    case nil:
      Issue.record("nothing in the script answers \(request)")
      return Response(status: 418)
    }
  }
}
