import HTTPTypes
import Messages
import Model
import Testing
import Values

@testable import Client

struct FailureTests {
  private func failed(_ rig: Rig) async -> APIFailure? {
    await failure { () throws(APIFailure) in _ = try await rig.client.read(.thing(), "1") }
  }

  @Test(arguments: [
    (400, APIFailure.Cause.invalid), (401, .authentication), (403, .permission), (404, .notFound),
    (410, .notFound), (413, .invalid), (422, .invalid), (302, .malformed), (304, .malformed),
  ])
  func `a status has its cause`(status: Int, cause: APIFailure.Cause) async {
    #expect(await failed(Rig([.answer(status, "")]))?.cause == cause)
  }

  @Test(arguments: [
    (TransportError.Cause.unreachable, APIFailure.Cause.unreachable, 3), (.tls, .tls, 1),
    (.timeout, .timeout, 5), (.disconnected, .disconnected, 5), (.tooLarge, .incomplete, 1),
  ])
  func `a broken transport has its cause`(
    error: TransportError.Cause,
    cause: APIFailure.Cause,
    attempts: Int
  ) async {
    let rig = Rig(Array(repeating: .fail(error, mayHaveTakenEffect: true), count: attempts))
    let failure = await failed(rig)
    #expect(failure?.cause == cause)
    #expect(failure?.description == "GET /api/v2/things/1: it went wrong")
    #expect(failure?.isInDoubt == false, "a read changes nothing")
    #expect(rig.transport.left == 0)
  }

  @Test func `a redirect is not followed`() async {
    let rig = Rig([.answer(302, "", [.location: "https://evil.test/"])])
    #expect(await failed(rig)?.message == "redirected to https://evil.test/, which is not followed")
    #expect(rig.transport.requests.count == 1)
  }

  @Test func `after a 401 a renewed credential is tried once`() async throws {
    let rig = Rig(
      [.answer(401, ""), .answer(200, #"{"thing":{"id":1}}"#)],
      dialect: PlainDialect(renewals: 1)
    )
    _ = try await rig.client.read(.thing(), "1")
    #expect(
      rig.transport.requests.map { $0.headers[.authorization] } == [
        "Bearer token-1", "Bearer token-2",
      ]
    )
  }

  @Test(arguments: [0, 1])
  func `a refused credential is named with the server's words`(renewals: Int) async {
    let rig = Rig(
      Array(repeating: .answer(401, "Couldn't authenticate you"), count: renewals + 1),
      dialect: PlainDialect(renewals: renewals)
    )
    let failure = await failed(rig)
    #expect(failure?.cause == .authentication)
    #expect(
      failure?.message == "Couldn't authenticate you (sent with the token from TOKEN)"
    )
    #expect(rig.transport.left == 0)
  }

  @Test func `echoed credentials are hidden`() async {
    let rig = Rig(
      [.answer(400, #"bad "Bearer token-1", or token-1 alone, or hook-secret-hook"#)],
      hiding: [
        Secret(name: "HOOK", content: "hook-secret"),
        Secret(name: "LONGER", content: "hook-secret-hook"), Secret(unread: "NONE"),
        Secret(name: "SHORT", content: "a"),
      ]
    )
    #expect(
      await failed(rig)?.message == #"bad "(secret)", or (secret) alone, or (secret)"#
    )
  }

  @Test(arguments: ["http://example.test", "ftp://example.test", "https://example.test/path"])
  func `credentials are not sent to an unsafe origin`(origin: String) async {
    let rig = Rig([], dialect: PlainDialect(origin: origin))
    #expect(await failed(rig)?.cause == .insecure)
    #expect(rig.transport.requests.isEmpty)
  }

  @Test(arguments: [
    ("https://acme.zendesk.com", "https://acme.zendesk.com"),
    ("HTTPS://Acme.zendesk.com/", "https://acme.zendesk.com"),
    ("https://example.test:8443", "https://example.test:8443"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
    ("http://[::1]:8080/", "http://[::1]:8080"),
    ("http://localhost", "http://localhost"),
    ("http://localhost.evil.test", nil),
    ("http://127.0.0.1.evil.test", nil),
    ("http://10.0.0.1", nil),
    ("http://acme.zendesk.com", nil),
    ("acme.zendesk.com", nil),
    ("https://", nil),
    ("https://a b", nil),
    ("https://user:pass@acme.zendesk.com", nil),
    ("http://localhost@evil.test", nil),
    ("https://acme.zendesk.com/api", nil),
    ("https://acme.zendesk.com?x", nil),
    ("https://acme.zendesk.com#x", nil),
    ("https://acme.zendesk.com:0", nil),
    ("https://acme.zendesk.com:99999", nil),
    ("https://acme.zendesk.com:", nil),
    ("https://[::1", nil),
    ("https://[::1]x", nil),
    ("file:///etc/passwd", nil),
  ])
  func `an origin is https, or loopback`(text: String, expected: String?) {
    let origin = try? Origin(text)
    #expect(origin?.description == expected)
  }
}
