internal import Client
internal import HTTPTypes
internal import Messages
internal import Values

/// The access token of an OAuth client: fetched once a run, and once more after a 401.
///
/// Zendesk: https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/
actor ZendeskToken {
  private typealias Fetch = Task<Result<String, APIFailure>, Never>

  private static let path = "/oauth/tokens"
  /// The most values in the answer, and the most characters of the token in it: it becomes a header.
  private static let valueLimit = 1000
  private static let tokenLimit = 8192

  private let origin: String
  private let id: Secret
  private let secret: Secret
  private let credential: String
  private var fetch: Fetch?
  private var mayRenew = true
  /// The header whose token was given up: whoever was refused with it gets the next one.
  private var givenUp: String?

  init(origin: String, id: Secret, secret: Secret, credential: String) {
    self.origin = origin
    self.id = id
    self.secret = secret
    self.credential = credential
  }

  /// The token; callers that come while it is being fetched share the one request.
  func current(by courier: Courier) async throws(APIFailure) -> String {
    let fetch = self.fetch ?? Fetch { await self.request(by: courier) }
    self.fetch = fetch
    return try await fetch.value.get()
  }

  /// Lets the token be fetched anew if `rejected` holds the current one and it was not done before.
  ///
  /// - Returns: Whether `current` has a token other than the rejected one.
  func renew(after rejected: String) async -> Bool {
    if rejected == givenUp { return true }
    guard case .success(let token)? = await fetch?.value else { return rejected == givenUp }
    // Others may have been here while this call waited.
    if rejected == givenUp || rejected != "Bearer \(token)" { return true }
    guard mayRenew else { return false }
    mayRenew = false
    givenUp = rejected
    fetch = nil
    return true
  }

  private func request(by courier: Courier) async -> Result<String, APIFailure> {
    guard let id = id.reveal(), let secret = secret.reveal() else {
      return .failure(failure("\(credential) was not read"))
    }
    let body: Value = [
      "grant_type": "client_credentials", "client_id": .string(id),
      "client_secret": .string(secret), "scope": "read write",
    ]
    let request = Request(
      .post,
      origin + ZendeskToken.path,
      headers: [.contentType: "application/json", .accept: "application/json"],
      body: Array(body.json().utf8)
    )
    // A second token does no harm, so that this POST may be repeated.
    switch await courier.deliver(request, isRepeatable: true).outcome {
    case .failure(let error):
      var unanswered = APIFailure(error, to: .post, ZendeskToken.path)
      // A token nobody got is no write of the user's.
      unanswered.isInDoubt = false
      return .failure(unanswered)
    case .success(let response):
      return read(response, hiding: [id, secret])
    }
  }

  private func read(_ response: Response, hiding secrets: [String]) -> Result<String, APIFailure> {
    if (200..<300).contains(response.status), let token = Self.token(in: response.body) {
      return .success(token)
    }
    let said = ZendeskEnvelope.message(in: response.body)
    let words = secrets.filter { $0.count >= 4 }
      .reduce(response.redirection ?? said.text) { $0.replacing($1, with: "(secret)") }
    var refused = failure("no token for \(credential): \(Excerpt.line(words))")
    refused.status = response.status
    refused.code = said.code.map(Excerpt.line)
    let cause = APIFailure.Cause(status: response.status)
    if cause == .rateLimited || cause == .server { refused.cause = cause }
    return .failure(refused)
  }

  /// The token of an answer; nil where there is none that could be sent.
  private static func token(in body: [UInt8]) -> String? {
    do throws(JSONError) {
      var budget = valueLimit
      let token = try Value(json: body, budget: &budget)["access_token"]?.text ?? ""
      return (1...tokenLimit).contains(token.utf8.count)
        && token.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? token : nil
    } catch {
      // What is no JSON is reported with its words, as any answer without a token.
      return nil
    }
  }

  private func failure(_ message: String) -> APIFailure {
    APIFailure(
      .authentication,
      message,
      method: "POST",
      path: ZendeskToken.path,
      advice: "Check \(credential): it must be a confidential client of \(origin)."
    )
  }
}
