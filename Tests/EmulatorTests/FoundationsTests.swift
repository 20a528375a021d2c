import HTTPTypes
import Messages
import Testing

@testable import Emulator

@Suite struct `Foundations of the emulator` {
  @Test(arguments: [
    ("a%5Bb%5D", "a[b]"), ("100%", "100%"), ("%zz", "%zz"), ("%+f", "%+f"), ("%C3%A9", "é"),
  ])
  func `percent signs are decoded where digits follow`(_ text: String, _ decoded: String) {
    #expect(PercentCoding.decode(text) == decoded)
  }

  @Test func `a percent-encoded text decodes to itself`() {
    let text = "eyJv=+/é €\n"
    #expect(PercentCoding.decode(PercentCoding.encode(text)) == text)
  }

  @Test(arguments: [
    (
      "https://zendesk.localhost/api/v2/triggers?page[size]=1", "https://zendesk.localhost",
      "/api/v2/triggers"
    ),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080", "/"),
    ("http://[::1]:80/a", "http://[::1]:80", "/a"),
    ("HTTPS://Zendesk.Localhost:443?x", "https://zendesk.localhost:443", "/"),
  ])
  func `a URL comes apart`(_ url: String, _ origin: String, _ path: String) throws {
    let request = try #require(EmulatedRequest(Request(.get, url)))
    #expect(request.origin.text == origin)
    #expect(request.path == path)
  }

  @Test(arguments: ["/api/v2", "ftp://x/", "https:///a", "https://x:99999/"])
  func `what is no absolute web address is no request`(_ url: String) {
    #expect(EmulatedRequest(Request(.get, url)) == nil)
  }

  @Test func `ids only ever grow and look like Zendesk's`() {
    var identifiers = Identifiers()
    let integers = (0..<100).map { _ in identifiers.integer() }
    #expect(integers == integers.sorted() && Set(integers).count == 100)
    #expect(integers.allSatisfy { (13...14).contains(String($0).count) })
    let ulids = (0..<100).map { identifiers.ulid(now: 1_800_000_000 + $0 / 10) }
    #expect(ulids == ulids.sorted() && Set(ulids).count == 100)
    #expect(ulids.allSatisfy { $0.count == 26 && $0.allSatisfy(\.isASCII) })
    #expect(identifiers.token().count == 64)
  }
}
