import HTTPTypes
import Messages
import Testing

@testable import Client

struct RetryPolicyTests {
  private static let asks: HTTPFields = [.retryAfter: "7"]

  private static func status(_ status: Int, _ headers: HTTPFields = [:]) -> RetryPolicy.Outcome {
    .success(Response(status: status, headers: headers))
  }

  private static func failed(
    _ cause: TransportError.Cause,
    _ mayHaveTakenEffect: Bool
  ) -> RetryPolicy.Outcome {
    .failure(TransportError(cause, "", mayHaveTakenEffect: mayHaveTakenEffect))
  }

  private static let half = RetryPolicy.Decision.backOff(.milliseconds(500))

  @Test(arguments: [
    // outcome, for what may be repeated, for what may not
    (status(200), RetryPolicy.Decision.finish, RetryPolicy.Decision.finish),
    (status(204), .finish, .finish),
    (status(302), .finish, .finish),
    (status(400), .finish, .finish),
    (status(401), .finish, .finish),
    (status(404), .finish, .finish),
    (status(422), .finish, .finish),
    (status(429, asks), .pause(.seconds(7)), .pause(.seconds(7))),
    (status(429), .pause(.milliseconds(1500)), .pause(.milliseconds(1500))),
    (status(429, [.retryAfter: "0"]), .pause(.seconds(1)), .pause(.seconds(1))),
    (status(429, [.retryAfter: "soon"]), .pause(.milliseconds(1500)), .pause(.milliseconds(1500))),
    (status(408), half, .finish),
    (status(409), half, half),
    (status(500), half, .finish),
    (status(503), half, .finish),
    (status(503, asks), .pause(.seconds(7)), .finish),
    (status(504), half, .finish),
    (status(520), half, .finish),
    (status(524), half, .finish),
    (failed(.unreachable, false), half, half),
    (failed(.timeout, false), half, half),
    (failed(.timeout, true), half, .finish),
    (failed(.disconnected, true), half, .finish),
    (failed(.tls, false), .finish, .finish),
    (failed(.tooLarge, true), .finish, .finish),
    (failed(.cancelled, false), .finish, .finish),
  ])
  func `what follows an outcome`(
    outcome: RetryPolicy.Outcome,
    repeatable: RetryPolicy.Decision,
    once: RetryPolicy.Decision
  ) {
    for (isRepeatable, expected) in [(true, repeatable), (false, once)] {
      let decision = RetryPolicy().decision(
        after: outcome,
        attempts: 1,
        pauses: 0,
        isRepeatable: isRepeatable,
        jitter: 1
      )
      #expect(decision == expected)
    }
  }

  @Test(arguments: [(1, 500), (2, 1000), (3, 2000), (4, 4000), (5, 8000), (6, 8000), (99, 8000)])
  func `waits double up to the longest`(attempt: Int, milliseconds: Int) {
    let policy = RetryPolicy()
    #expect(policy.backOff(attempt: attempt, jitter: 1) == .milliseconds(milliseconds))
    #expect(policy.backOff(attempt: attempt, jitter: 0.5) == .milliseconds(milliseconds) / 2)
    #expect(policy.backOff(attempt: attempt, jitter: 0) == .zero)
  }

  @Test(arguments: [
    (status(500), 5), (failed(.disconnected, true), 5), (failed(.unreachable, false), 3),
  ])
  func `attempts are bounded`(outcome: RetryPolicy.Outcome, most: Int) {
    let made = (1...).first { attempt in
      RetryPolicy().decision(
        after: outcome,
        attempts: attempt,
        pauses: 0,
        isRepeatable: true,
        jitter: 1
      ) == .finish
    }
    #expect(made == most)
  }

  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
    ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199),
    ("Fri, 01 Mar 2024 00:00:00 GMT", 1_709_251_200),
    ("Sunday, 06-Nov-94 08:49:37 GMT", nil),
    ("Sun, 06 Foo 1994 08:49:37 GMT", nil),
    ("Sun, 06 Nov 1994 24:49:37 GMT", nil),
    ("Sun, 06 Nov 1994 08:49 GMT", nil),
    ("", nil),
  ])
  func `dates of headers are read`(text: String, seconds: Int?) {
    #expect(HTTPDate(text)?.seconds == seconds)
  }

  @Test func `a date to retry after counts from the answer's own date`() {
    let retry = "Sun, 06 Nov 1994 08:50:07 GMT"
    let date = "Sun, 06 Nov 1994 08:49:37 GMT"
    #expect(
      Response(status: 429, headers: [.retryAfter: retry, .date: date]).retryAfter == .seconds(30)
    )
    #expect(
      Response(status: 429, headers: [.retryAfter: date, .date: retry]).retryAfter == .zero
    )
    #expect(Response(status: 429, headers: [.retryAfter: retry]).retryAfter == nil)
    #expect(Response(status: 429, headers: [.retryAfter: "-5"]).retryAfter == nil)
  }
}
