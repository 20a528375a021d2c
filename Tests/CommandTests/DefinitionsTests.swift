import Messages
import Testing

@testable import Commands

/// `plan --check-definitions` holds the spec against what the account says it knows.
struct DefinitionsTests {
  private static let spec = """
    version: 1
    environments: {local: {emulator: .lockstep/local}}
    zendesk:
      user_fields:
        level: {title: Level}
      triggers:
        rule:
          title: Rule
          conditions:
            all:
              - {field: status, operator: is, value: hold}
              - {field: requester.custom_fields.level, operator: is, value: a}
          actions: [{field: priority, value: high}]

    """
  private static let answer = """
    {"definitions": {
      "conditions_all": [{"subject": "status", "operators": [{"value": "is"}],
                          "values": [{"value": "open"}, {"value": "solved"}]}],
      "conditions_any": [], "actions": [{"subject": "status", "values": []}]}}
    """

  private func run(
    _ arguments: [String],
    answering body: String
  ) async throws -> (output: String, status: Commands.ExitStatus) {
    let stage = try Stage(named: "definitions")
    try stage.write(Self.spec, to: "integration.yaml")
    return await stage.run(arguments) { base in
      Interposed(base: base) { request, base throws(TransportError) in
        guard request.url.hasSuffix("/api/v2/triggers/definitions") else {
          return try await base.send(request)
        }
        return Response(status: 200, body: Array(body.utf8))
      }
    }
  }

  @Test func `what the account does not know is named, and stops nothing`() async throws {
    let (output, status) = try await run(["plan", "--check-definitions"], answering: Self.answer)
    #expect(status == .done)
    #expect(output.contains("integration.yaml:11:50: warning: "))
    #expect(output.contains("no value \"hold\" for status"))
    #expect(output.contains("integration.yaml:13:25: warning: "))
    #expect(output.contains("! 2 warnings"), "a field that the spec makes is not missing")
    #expect(output.contains("Read with 3 requests."))
  }

  @Test func `no account is asked unless it is wished`() async throws {
    let (output, status) = try await run(["plan"], answering: Self.answer)
    #expect(status == .done)
    #expect(!output.contains("warning"))
    #expect(output.contains("Read with 2 requests."))
  }

  @Test func `an answer that defines nothing is not taken for an account without fields`()
    async throws
  {
    let (output, status) = try await run(["plan", "--check-definitions"], answering: "{}")
    #expect(status == .undecidable)
    #expect(output.contains("[malformed-answer]"))
  }
}
