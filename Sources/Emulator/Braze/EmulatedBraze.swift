internal import HTTPTypes
internal import Messages
internal import Values

/// An emulated Braze workspace: a request in, its answer out, nothing else touched.
struct EmulatedBraze: Sendable {
  var state: BrazeState
  let unconfirmed: UnconfirmedBrazeBehaviour
  private var limiter: BrazeRateLimiter

  init(
    _ state: BrazeState,
    rateLimit: Int? = nil,
    unconfirmed: UnconfirmedBrazeBehaviour = UnconfirmedBrazeBehaviour()
  ) {
    self.state = state
    self.unconfirmed = unconfirmed
    self.limiter = BrazeRateLimiter(limit: rateLimit)
  }

  /// - Parameter now: Seconds since 1970.
  mutating func answer(_ request: EmulatedRequest, now: Int) -> Response {
    CampaignCopies.complete(&state, now: now)
    let call = BrazeCall(request, now: now, unconfirmed: unconfirmed)
    let endpoint = BrazeRoute.endpoint(request)
    let isBroadcast = endpoint?.pool == .broadcasts
    let pool = isBroadcast && !call.isBroadcast ? .shared : endpoint?.pool ?? .shared
    var allowance = limiter.count(pool, requests: 0, now: now)
    do throws(Refusal) {
      guard let endpoint else { throw .invalidURL }
      try BrazeKeys.check(request, for: endpoint.permission, state.keys)
      allowance = limiter.count(pool, now: now)
      guard !allowance.isExceeded else { throw .rateLimited }
      return dress(try endpoint.work(call, &state), allowance, now)
    } catch {
      return dress(Answer(status: error.status, body: error.body), allowance, now)
    }
  }

  /// What somebody does in the dashboard.
  ///
  /// - Parameter segments: What comes behind `/_emulator/braze`.
  mutating func openDoor(
    _ method: HTTPRequest.Method,
    _ segments: [String],
    _ body: Value,
    now: Int
  ) throws(Refusal) -> Answer {
    CampaignCopies.complete(&state, now: now)
    let visit = DoorVisit(segments: segments, body: body, now: now, unconfirmed: unconfirmed)
    return try BrazeDoor.answer(method, visit, &state)
  }

  private func dress(
    _ answer: Answer,
    _ allowance: BrazeRateLimiter.Allowance,
    _ now: Int
  ) -> Response {
    var headers: HTTPFields = [.contentType: "application/json"]
    let wait = allowance.resetsAt - now
    headers.set("X-RateLimit-Limit", String(allowance.limit))
    headers.set("X-RateLimit-Remaining", String(allowance.remaining))
    headers.set(
      "X-RateLimit-Reset",
      String(unconfirmed.resetsAtEpoch ? allowance.resetsAt : wait)
    )
    if answer.status == 429, unconfirmed.sendsRetryAfter { headers[.retryAfter] = String(wait) }
    if let next = answer.next { headers.set("Link", "<\(next)>; rel=\"next\"") }
    let text = answer.body.map { $0.json() } ?? ""
    return Response(status: answer.status, headers: headers, body: Array(text.utf8))
  }
}
