internal import HTTPTypes
package import Messages
package import Model
package import Values

/// The verbs of an API, driven by what a kind says of its endpoints.
///
/// Each verb returns when its outcome is certain, or fails saying that it is not. How many run at
/// once is the caller's business.
package struct APIClient: Sendable {
  let dialect: any Dialect
  let courier: Courier
  let redaction: Redaction

  /// - Parameters:
  ///   - secrets: What no message may show, should the server echo it.
  ///   - observe: Told of every request that was sent.
  package init(
    transport: any Transport,
    dialect: any Dialect,
    retry: RetryPolicy = RetryPolicy(),
    timing: Timing = .system(),
    hiding secrets: [Secret] = [],
    observe: @escaping @Sendable (Exchange) -> Void = { _ in }
  ) {
    self.dialect = dialect
    courier = Courier(transport: transport, policy: retry, timing: timing, observe: observe)
    redaction = Redaction(secrets)
  }

  /// The object of `kind` with this id, as it is now.
  ///
  /// One that is not there fails with the cause `.notFound`. Where the list tells all there is, it is
  /// what is read.
  package func read(_ kind: Kind, _ id: String) async throws(APIFailure) -> RemoteObject {
    guard let calls = kind.endpoints.calls else {
      let path = try self.path(of: id, kind, .get)
      return try await object(of: kind, at: path)
    }
    guard let path = calls.read else {
      let objects = try await list(kind)
      guard let object = objects.first(where: { $0.id == id }) else {
        throw APIFailure(
          .notFound,
          "\"\(id)\" is not on the list",
          method: HTTPRequest.Method.get.rawValue,
          path: kind.endpoints.path
        )
      }
      return object
    }
    return try await object(
      of: kind,
      at: path,
      query: "\(calls.id)=\(id.percentEncoded)",
      id: id
    )
  }

  private func object(
    of kind: Kind,
    at path: String,
    query: String? = nil,
    id: String? = nil
  ) async throws(APIFailure) -> RemoteObject {
    let reply = try await send(.get, path, query: query)
    do throws(AnswerFault) {
      return try Answer.object(of: kind, in: reply.response.body, id: id)
    } catch {
      throw unusable(error, in: reply, to: .get, path)
    }
  }

  /// The rule that an account's own `definitions` come to; `known` are names that the spec is about to
  /// add to it.
  ///
  /// - Throws: `APIFailure`; its cause is `.malformed` if the answer is not what the API promises.
  package func check(
    by definitions: Kind.Definitions,
    knowing known: Set<String>
  ) async throws(APIFailure) -> Kind.Check {
    let reply = try await send(.get, definitions.path)
    do throws(AnswerFault) {
      let body = reply.response.body
      guard let check = definitions.check(try Answer.json(body), known) else {
        throw .malformed("the answer does not define what the account knows", body)
      }
      return check
    } catch {
      throw unusable(error, in: reply, to: .get, definitions.path)
    }
  }
}

extension APIClient {
  /// Sends one request, with a renewed credential after a 401, and returns its answer if that is one
  /// of success.
  func send(
    _ method: HTTPRequest.Method,
    _ path: String,
    query: String? = nil,
    body: Value? = nil,
    isRepeatable: Bool = true
  ) async throws(APIFailure) -> Reply {
    var request = Request(method, dialect.origin + path + (query.map { "?\($0)" } ?? ""))
    if let reason = dialect.refusal(ofSendingTo: request.url) {
      throw APIFailure(.insecure, reason, method: method.rawValue, path: path)
    }
    request.body = body.map { Array($0.json().utf8) } ?? []
    request.headers = try await headers(hasBody: body != nil)
    var delivery = await courier.deliver(request, isRepeatable: isRepeatable)
    if case .success(let response) = delivery.outcome, response.status == 401,
      await dialect.renew(after: request.headers)
    {
      let wasInDoubt = delivery.isInDoubt
      do throws(APIFailure) {
        request.headers = try await headers(hasBody: body != nil)
      } catch {
        var failure = error
        failure.isInDoubt = wasInDoubt && method != .get
        throw failure
      }
      delivery = await courier.deliver(request, isRepeatable: isRepeatable)
        .followingDoubt(wasInDoubt)
    }
    if case .success(let response) = delivery.outcome, (200..<300).contains(response.status),
      dialect.fault(in: response) == nil
    {
      return Reply(response: response, redaction: redaction.and(authorization: request.headers))
    }
    throw failure(delivery, of: request, path: path)
  }

  /// The path of one object. An id that would lead elsewhere is refused.
  func path(
    of id: String,
    _ kind: Kind,
    _ method: HTTPRequest.Method
  ) throws(APIFailure) -> String {
    let path = kind.endpoints.path(of: id.percentEncoded)
    guard !["", ".", ".."].contains(id) else {
      throw APIFailure(.notFound, "\"\(id)\" is no id", method: method.rawValue, path: path)
    }
    return path
  }

  /// What to report of an answer of success that cannot be used.
  func unusable(
    _ fault: AnswerFault,
    in reply: Reply,
    to method: HTTPRequest.Method,
    _ path: String
  ) -> APIFailure {
    APIFailure(
      fault.cause,
      reply.redaction.line(fault.explanation(isQuotable: !dialect.answersSecrets)),
      method: method.rawValue,
      path: path,
      status: reply.response.status,
      requestID: dialect.requestID(of: reply.response),
      isInDoubt: method != .get,
      isAccepted: method != .get,
      advice: method == .get ? fault.cause.advice : nil
    )
  }

  private func headers(hasBody: Bool) async throws(APIFailure) -> HTTPFields {
    var headers = try await dialect.authorization(by: courier)
    headers[.accept] = "application/json"
    if hasBody { headers[.contentType] = "application/json" }
    return headers
  }

  private func failure(
    _ delivery: Courier.Delivery,
    of request: Request,
    path: String
  ) -> APIFailure {
    let redaction = redaction.and(authorization: request.headers)
    var failure: APIFailure
    switch delivery.outcome {
    case .success(let response):
      failure = APIFailure(
        answered: response,
        message: dialect.fault(in: response) ?? dialect.message(in: response),
        redaction: redaction,
        to: request.method,
        path
      )
      failure.requestID = dialect.requestID(of: response)
      if failure.cause == .authentication {
        failure.message += " (sent with \(dialect.credential))"
      }
    case .failure(let error):
      failure = APIFailure(error, to: request.method, path)
      failure.message = redaction.line(failure.message)
    }
    failure.isInDoubt = delivery.isInDoubt && request.method != .get
    failure.advice = dialect.advice(on: failure) ?? failure.advice
    return failure
  }
}
