@testable import Client
import HTTPTypes
import Messages
import Testing
import Values

@testable import Zendesk

struct DialectAuthorizationTests {
  private static let origin = "https://acme.zendesk.com"

  private static let oauth = ZendeskCredentials.oauthClient(
    id: Secret(name: "CLIENT_ID", content: "client"),
    secret: Secret(name: "CLIENT_SECRET", content: "s3cret")
  )

  private func courier(_ answer: @escaping @Sendable (Request, Int) -> Response) -> (
    Courier, DialectTransport
  ) {
    let transport = DialectTransport(answer)
    let timing = Timing(now: { .zero }, sleep: { _ in }, jitter: { 0 })
    return (Courier(transport: transport, timing: timing), transport)
  }

  /// A fresh token each time, unless `status` says that there is none.
  private func tokens(status: Int = 200, _ body: String? = nil) -> (Courier, DialectTransport) {
    courier { _, index in
      let token = #"{"access_token":"token-\#(index + 1)","token_type":"bearer"}"#
      return Response(status: status, body: Array((body ?? token).utf8))
    }
  }

  private func header(_ dialect: ZendeskDialect, _ courier: Courier) async throws -> String? {
    try await dialect.authorization(by: courier)[.authorization]
  }

  private func failure(_ dialect: ZendeskDialect, _ courier: Courier) async -> APIFailure? {
    do throws(APIFailure) {
      _ = try await dialect.authorization(by: courier)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    (ZendeskCredentials.accessToken(Secret(name: "T", content: "abc")), "Bearer abc"),
    (
      .apiToken(email: "ops@acme.example", Secret(name: "T", content: "abc")),
      "Basic b3BzQGFjbWUuZXhhbXBsZS90b2tlbjphYmM="
    ),
    (.emulator, "Bearer emulator"),
  ])
  func `a credential has its header`(credentials: ZendeskCredentials, expected: String) async throws
  {
    let (courier, transport) = tokens()
    let dialect = ZendeskDialect(origin: Self.origin, credentials: credentials)
    #expect(try await header(dialect, courier) == expected)
    #expect(await !dialect.renew(after: [.authorization: expected]))
    #expect(transport.requests.isEmpty)
  }

  @Test(arguments: [
    Secret(unread: "ZENDESK_TOKEN"), Secret(name: "ZENDESK_TOKEN", content: ""),
    Secret(name: "ZENDESK_TOKEN", content: "abc\n"),
  ])
  func `a credential that cannot be sent is named`(secret: Secret) async {
    let (courier, _) = tokens()
    let dialect = ZendeskDialect(origin: Self.origin, credentials: .accessToken(secret))
    let failure = await failure(dialect, courier)
    #expect(failure?.cause == .authentication)
    #expect(failure?.message.contains("ZENDESK_TOKEN") == true)
  }

  @Test func `an OAuth client fetches one token a run, shared by all`() async throws {
    let (courier, transport) = tokens()
    let dialect = ZendeskDialect(origin: Self.origin + "/", credentials: Self.oauth)
    let headers = try await withThrowingTaskGroup(of: String?.self) { group in
      for _ in 0..<8 { group.addTask { try await header(dialect, courier) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(headers == Array(repeating: "Bearer token-1", count: 8))
    let request = try #require(transport.requests.first)
    #expect(transport.requests.count == 1)
    #expect(request.method == .post)
    #expect(request.url == "https://acme.zendesk.com/oauth/tokens")
    #expect(
      try Value(json: request.body) == [
        "grant_type": "client_credentials", "client_id": "client", "client_secret": "s3cret",
        "scope": "read write",
      ]
    )
  }

  @Test func `a rejected token is renewed once`() async throws {
    let (courier, transport) = tokens()
    let dialect = ZendeskDialect(origin: Self.origin, credentials: Self.oauth)
    let first: HTTPFields = [.authorization: try #require(try await header(dialect, courier))]
    #expect(await dialect.renew(after: first))
    #expect(try await header(dialect, courier) == "Bearer token-2")
    #expect(await dialect.renew(after: first), "another request had the old token still")
    #expect(try await header(dialect, courier) == "Bearer token-2")
    #expect(await !dialect.renew(after: [.authorization: "Bearer token-2"]))
    #expect(transport.requests.count == 2)
  }

  @Test func `a token given up for one request is given up for all that had it`() async throws {
    let (courier, transport) = tokens()
    let dialect = ZendeskDialect(origin: Self.origin, credentials: Self.oauth)
    let first: HTTPFields = [.authorization: try #require(try await header(dialect, courier))]
    #expect(await dialect.renew(after: first))
    #expect(await dialect.renew(after: first), "before anybody fetched the next one")
    #expect(try await header(dialect, courier) == "Bearer token-2")
    #expect(transport.requests.count == 2)
  }

  @Test func `requests with a rejected token all get through with the renewed one`() async throws {
    let (courier, transport) = tokens()
    let dialect = ZendeskDialect(origin: Self.origin, credentials: Self.oauth)
    let first = try await dialect.authorization(by: courier)
    let headers = try await withThrowingTaskGroup(of: String?.self) { group in
      for _ in 0..<4 {
        group.addTask {
          #expect(await dialect.renew(after: first))
          return try await header(dialect, courier)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(headers == Array(repeating: "Bearer token-2", count: 4))
    #expect(transport.requests.count == 2)
  }

  @Test func `a refused client is named with the server's words and without its secret`() async {
    let (courier, _) = tokens(
      status: 401,
      #"{"error":"invalid_client","error_description":"Client s3cret is unknown"}"#
    )
    let dialect = ZendeskDialect(origin: Self.origin, credentials: Self.oauth)
    let failure = await failure(dialect, courier)
    #expect(failure?.cause == .authentication)
    #expect(
      failure?.description
        == "POST /oauth/tokens answered 401: no token for the OAuth client from CLIENT_ID and "
        + "CLIENT_SECRET: Client (secret) is unknown"
    )
  }

  @Test(arguments: [
    (200, "<html>login</html>", APIFailure.Cause.authentication),
    (200, #"{"access_token":""}"#, .authentication),
    (200, #"{"access_token":"a\r\nx: y"}"#, .authentication),
    (403, "", .authentication), (500, "", .server),
  ])
  func `no token is a failure`(status: Int, body: String, cause: APIFailure.Cause) async {
    let (courier, _) = tokens(status: status, body)
    let dialect = ZendeskDialect(origin: Self.origin, credentials: Self.oauth)
    #expect(await failure(dialect, courier)?.cause == cause)
  }

  @Test func `a token that never came is no write in doubt`() async {
    let courier = Courier(
      transport: BrokenTransport(),
      timing: Timing(now: { .zero }, sleep: { _ in }, jitter: { 0 })
    )
    let failure = await failure(
      ZendeskDialect(origin: Self.origin, credentials: Self.oauth),
      courier
    )
    #expect(failure?.cause == .disconnected)
    #expect(failure?.isInDoubt == false)
    #expect(failure?.advice != nil)
  }

  @Test func `a wrong access token is named with what Zendesk said`() async {
    let transport = DialectTransport { _, _ in
      Response(status: 401, body: Array(#"{"error":"Couldn't authenticate you"}"#.utf8))
    }
    let client = APIClient(
      transport: transport,
      dialect: ZendeskDialect(
        origin: Self.origin,
        credentials: .accessToken(Secret(name: "ZENDESK_TOKEN", content: "abcdef"))
      )
    )
    var failure: APIFailure?
    do throws(APIFailure) {
      _ = try await client.send(.get, "/api/v2/triggers")
    } catch {
      failure = error
    }
    #expect(
      failure?.description == "GET /api/v2/triggers answered 401: Couldn't authenticate you "
        + "(sent with the access token from ZENDESK_TOKEN)"
    )
    #expect(failure?.advice?.contains("ZENDESK_TOKEN") == true)
  }
}

private struct BrokenTransport: Transport {
  func send(_ request: Request) async throws(TransportError) -> Response {
    throw TransportError(.disconnected, "broken", mayHaveTakenEffect: true)
  }
}
