internal import HTTPTypes
internal import Messages
internal import Values

/// An emulated Zendesk account: a request in, its answer out, nothing else touched.
struct EmulatedZendesk: Sendable {
  var state: ZendeskState
  private let policy: AccessPolicy
  private let unconfirmed: UnconfirmedBehaviour
  private var limiter: RateLimiter
  private var requests = 0
  /// What has to be sent before the answer that was given last is complete, see `complete`.
  private(set) var awaited: Delivery?

  init(
    _ state: ZendeskState,
    policy: AccessPolicy = AccessPolicy(),
    rateLimit: Int? = nil,
    unconfirmed: UnconfirmedBehaviour = UnconfirmedBehaviour()
  ) {
    self.state = state
    self.policy = policy
    self.unconfirmed = unconfirmed
    self.limiter = RateLimiter(limit: rateLimit)
  }

  /// - Parameter now: Seconds since 1970.
  mutating func answer(_ request: EmulatedRequest, now: Int) -> Response {
    requests += 1
    awaited = nil
    let service = ZendeskRoute.service(of: request)
    let allowance = limiter.count(service, now: now)
    var dressing = AnswerDressing(service: service, allowance: allowance, number: requests)
    if allowance.isExceeded { return dressing.refusedForTheRate }
    let call = Call(request: request, now: now, unconfirmed: unconfirmed)
    do throws(Refusal) {
      let answer = try answer(call, &dressing.warning)
      awaited = answer.delivery
      return dressing.dress(answer)
    } catch {
      return dressing.dress(Answer(status: error.status, body: error.body))
    }
  }

  /// What somebody does in Zendesk's own pages.
  ///
  /// - Parameter segments: What comes behind `/_emulator/zendesk`.
  mutating func openDoor(
    _ method: HTTPRequest.Method,
    _ segments: [String],
    _ body: Value,
    now: Int
  ) throws(Refusal) -> Answer {
    try ZendeskDoor.answer(method, segments, body, &state, now: now, unconfirmed)
  }

  private mutating func answer(
    _ call: Call,
    _ warning: inout ParameterWarning?
  ) throws(Refusal) -> Answer {
    let route = ZendeskRoute(call.request)
    let refusal = policy.refusal(
      of: Credential(header: call.request.headers[.authorization]),
      to: route?.resource ?? "",
      writing: ![.get, .head].contains(call.request.method),
      tokens: state.tokens,
      now: call.now
    )
    switch (route, call.request.method) {
    case (.tokens, .post): return try TokenGrant.issue(call, policy: policy, &state)
    case (.currentUser, .get):
      let origin = call.request.origin
      let isKnown = refusal == nil
      return Answer(
        body: isKnown ? CurrentUser.administrator(origin, state) : CurrentUser.anonymous(origin)
      )
    default: if let refusal { throw refusal }
    }
    switch (route, call.request.method) {
    case (.endpoint(let collection, let endpoint, let ids), _):
      return try visit(endpoint, of: collection, ids, call, &warning)
    case (.collection(let collection), let method):
      guard let verb = collection.verb(method, ofMember: false) else { throw .invalidEndpoint }
      return try serve(collection, verb, nil, call, &warning)
    case (.member(let collection, let segment), let method):
      guard let verb = collection.verb(method, ofMember: true) else { throw .invalidEndpoint }
      return try serve(collection, verb, segment, call, &warning)
    default: throw .invalidEndpoint
    }
  }

  private mutating func visit(
    _ endpoint: Endpoint,
    of collection: any EmulatedCollection,
    _ ids: [String],
    _ call: Call,
    _ warning: inout ParameterWarning?
  ) throws(Refusal) -> Answer {
    let request = call.request
    let known = endpoint.parameters.union(["page", "per_page"])
    var dropped = request.query.roots.filter { !known.contains($0) }
    var body = Value.object([:])
    if collection.service == .classic {
      body = try ClassicBody.json(request)
    } else if !request.body.isEmpty {
      body = try WebhooksBody.json(request)
    }
    let permitted = endpoint.permitted.sift(body, path: "", dropped: &dropped)
    warning = ParameterWarning(
      controller: collection.path,
      action: endpoint.action,
      unpermittedKeys: dropped
    )
    let visit = Endpoint.Visit(call: call, ids: ids, body: permitted)
    return try endpoint.work(visit, &state)
  }
}

/// The verbs every collection has in common.
extension EmulatedZendesk {
  private mutating func serve(
    _ collection: any EmulatedCollection,
    _ verb: Verb,
    _ segment: String?,
    _ call: Call,
    _ warning: inout ParameterWarning?
  ) throws(Refusal) -> Answer {
    var dropped = unknownParameters(collection, verb, call.request.query)
    // An id that does not exist outweighs a body that is wrong, but the warning speaks of both.
    let input = Result { () throws(Refusal) in
      try body(of: call.request, for: collection, verb, &dropped)
    }
    warning = ParameterWarning(
      controller: collection.path,
      action: verb.rawValue,
      unpermittedKeys: dropped
    )
    guard let segment else {
      guard verb == .create else {
        return try CollectionList(collection: collection, call: call).answer(&state)
      }
      let id = try collection.create(try input.get(), call, &state)
      var answer = show(collection, id, call)
      answer.location = collection.url(of: id, origin: call.request.origin)
      collection.finish(&answer, id: id, call)
      return answer
    }
    guard let id = collection.id(for: segment, in: state) else { throw collection.missing(segment) }
    switch verb {
    case .update, .replace:
      try collection.update(id, try input.get(), replacing: verb == .replace, call, &state)
      return collection.service == .webhooks ? Answer(status: 204) : show(collection, id, call)
    case .destroy:
      try collection.delete(id, call, &state)
      return Answer(status: 204)
    default: return show(collection, id, call)
    }
  }

  private func show(_ collection: any EmulatedCollection, _ id: String, _ call: Call) -> Answer {
    let object = state[keyPath: collection.table][id] ?? [:]
    let shown = collection.present(object, id: id, origin: call.request.origin)
    return Answer(body: .object([collection.singular: .object(shown)]))
  }

  private func unknownParameters(
    _ collection: any EmulatedCollection,
    _ verb: Verb,
    _ query: Query
  ) -> [String] {
    var known = collection.listParameters
    if verb == .index { known.formUnion(["page", "per_page"]) }
    return query.roots.filter { !known.contains($0) }
  }

  private func body(
    of request: EmulatedRequest,
    for collection: any EmulatedCollection,
    _ verb: Verb,
    _ dropped: inout [String]
  ) throws(Refusal) -> Members {
    guard [.create, .update, .replace].contains(verb) else { return [:] }
    let isClassic = collection.service == .classic
    let body = isClassic ? try ClassicBody.json(request) : try WebhooksBody.json(request)
    let permitted = collection.permitted(verb).sift(body, path: "", dropped: &dropped)
    guard let given = body[collection.singular]?.members, isClassic ? !given.isEmpty : true else {
      throw isClassic
        ? .missingParameter(collection.singular)
        : WebhookDraft.invalid("", "webhook is required")
    }
    return permitted[collection.singular]?.members ?? [:]
  }
}
