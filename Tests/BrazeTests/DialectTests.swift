import Client
import HTTPTypes
import Messages
import Model
import Testing
import Values

@testable import Braze

struct DialectTests {
  private let dialect = BrazeDialect(
    origin: "https://rest.fra-01.braze.eu/",
    credentials: .apiKey(Secret(name: "BRAZE_KEY", content: "12345678-abcd"))
  )

  private func courier() -> Courier { Courier(transport: Silence()) }

  private struct Silence: Transport {
    func send(_ request: Request) async throws(TransportError) -> Response {
      throw TransportError(.unreachable, "nobody there", mayHaveTakenEffect: false)
    }
  }

  @Test func `the key is sent as a bearer token`() async throws {
    #expect(dialect.origin == "https://rest.fra-01.braze.eu")
    #expect(
      try await dialect.authorization(by: courier())[.authorization] == "Bearer 12345678-abcd"
    )
    let emulated = BrazeDialect(origin: "https://braze.localhost", credentials: .emulator)
    #expect(try await emulated.authorization(by: courier())[.authorization] == "Bearer emulator")
  }

  @Test(arguments: [
    ("", "is empty"), ("a b", "blank"), ("a\n", "line break"), ("kéy", "ASCII"),
    ("\"12345678\"", "quotation marks"), ("'1'", "quotation marks"),
  ])
  func `a key that cannot be sent is named`(_ text: String, _ words: String) throws {
    let fault = BrazeCredentials.apiKey(Secret(name: "BRAZE_KEY", content: text)).fault
    #expect(fault?.hasPrefix("BRAZE_KEY ") == true)
    #expect(fault?.contains(words) == true)
  }

  @Test(arguments: [
    (#"{"message":"Invalid API key"}"#, "Invalid API key"),
    (#"{"message":"success","errors":["one","two"]}"#, "one; two"),
    (
      #"{"message":"bad","errors":[{"type":"'name' is required","index":0}]}"#,
      "bad; 'name' is required"
    ),
    (#"{"errors":[{"message":"Too many"}]}"#, "Too many"),
    (#"{"message":"success"}"#, #"{"message":"success"}"#),
    (#"{"errors":[{"x":1}]}"#, #"{"x":1}"#),
    ("<html><h1>Bad gateway</h1></html>", "Bad gateway"),
    ("", ""),
  ])
  func `a failure is read out of its envelope`(_ body: String, _ expected: String) {
    let message = dialect.message(in: Response(status: 400, body: Array(body.utf8)))
    #expect(Excerpt.line(message.text) == expected)
  }

  @Test(arguments: [
    (#"{"message":"success"}"#, nil),
    (#"{"message":"success","errors":[]}"#, nil),
    (#"{"content_block_id":"x"}"#, "has no \"message\""),
    ("not JSON", nil),
    (#"{"message":"Content Block name cannot be blank"}"#, "Content Block name cannot be blank"),
    (#"{"message":"success","errors":["Some tags could not be found"]}"#, "Some tags"),
  ])
  func `success in status alone is a failure`(_ body: String, _ words: String?) {
    let fault = dialect.fault(in: Response(status: 201, body: Array(body.utf8)))
    #expect((fault == nil) == (words == nil))
    #expect(words.map { fault?.text.contains($0) == true } ?? true)
  }

  @Test(arguments: [
    ("Content Block ID is invalid for this workspace", true),
    ("Content Block has been deleted-content not available", true),
    ("Content Block ID cannot be blank", false),
  ])
  func `an id that is none is told from other refusals`(_ text: String, _ isOfAbsence: Bool) {
    let body = Array(Value.object(["message": .string(text)]).json().utf8)
    #expect(dialect.fault(in: Response(status: 200, body: body))?.isOfAbsence == isOfAbsence)
  }

  @Test func `a refused key is told apart by its instance`() {
    let failure = APIFailure(.authentication, "", method: "GET", path: "/campaigns/list")
    let advice = dialect.advice(on: failure) ?? ""
    #expect(advice.contains("Braze did not take the API key from BRAZE_KEY"))
    #expect(advice.contains("https://dashboard-01.braze.eu"))
  }

  @Test(arguments: [
    ("https://rest.iad-07.braze.com", "https://dashboard-07.braze.com"),
    ("https://rest.fra-02.braze.eu", "https://dashboard-02.braze.eu"),
    ("https://rest.au-01.braze.com", "https://dashboard.au-01.braze.com"),
    ("https://rest.moon-01.braze.com", nil),
  ])
  func `an endpoint has its dashboard`(_ origin: String, _ dashboard: String?) {
    #expect(BrazeInstances.dashboard(of: origin) == dashboard)
    #expect(BrazeInstances.hint(on: origin).contains("https://dashboard"))
  }

  @Test(arguments: [
    ("Content Block with this name already exists", 400, "Unarchive it"),
    ("Some tags could not be found", 400, "Settings > Tags"),
    ("Some tags could not be found", 201, "Settings > Tags"),
    ("Content cannot be blank", 201, "Plan again"),
    ("Content cannot be blank", 400, nil),
  ])
  func `what only the dashboard can mend is said so`(
    _ message: String,
    _ status: Int,
    _ words: String?
  ) {
    let failure = APIFailure(
      .invalid,
      message,
      method: "POST",
      path: "/content_blocks/create",
      status: status
    )
    let advice = dialect.advice(on: failure)
    #expect((advice == nil) == (words == nil))
    #expect(words.map { advice?.contains($0) == true } ?? true)
  }

  /// Every path that a kind asks for, and its permission.
  @Test func `a refused request names the permission that the key lacks`() {
    let paths = BrazeKinds.all.flatMap { kind in
      [kind.endpoints.path, kind.endpoints.calls?.read, kind.endpoints.calls?.create]
        + [kind.endpoints.calls?.update]
    }.compactMap(\.self).filter { !$0.isEmpty }
    #expect(paths.count == 9)
    for path in paths {
      let advice = dialect.advice(on: APIFailure(.permission, "", method: "GET", path: path)) ?? ""
      let name = path == "/custom_attributes" ? "custom_attributes.get" : nil
      let expected =
        name ?? path.dropFirst().split(separator: "/").joined(separator: ".")
      #expect(advice.contains("permission \(expected)."), "\(path)")
      #expect(advice.contains("make a new key"))
      #expect(advice.contains("canvas.details, custom_attributes.get."))
    }
    let asked = paths.compactMap { BrazePermission.name(for: $0) }
    #expect(Set(asked) == Set(BrazePermission.all))
  }
}
