import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `What the emulator tells of requests` {
  @Test func `leaves out the credentials in a webhook's endpoint`() async throws {
    let visitor = try Visitor()
    _ = try await visitor.calling(
      #"{"attributes":[{"external_id":"u","n":"{{ticket.id}}"}]}"#,
      when: [("status", "is_not", "closed")],
      ["endpoint": "https://ann:hush@braze.localhost/users/track?api_key=hush"]
    )
    try await visitor.open()
    #expect(
      try await visitor.entries("webhook_invoked").column("url") == [
        "https://(secret)@braze.localhost/users/track?api_key=(secret)"
      ]
    )
    #expect(try await visitor.entries("webhook_attempted").count == 1)
    #expect(try await !visitor.get("/_emulator/requests").text.contains("hush"))
  }

  @Test func `counts no end of paths together`() async throws {
    let visitor = try Visitor()
    for number in 0..<1_100 { _ = try await visitor.get("/nowhere/\(number)") }
    let counts = try await visitor.get("/_emulator/requests").body["counts"]
    #expect(counts?.members?.count == 1_001)
    #expect(counts?["others"] == 100)
  }
}
