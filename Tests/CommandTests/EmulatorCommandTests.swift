import Client
import HTTPTypes
import Messages
import Platform
import Testing
import Values

@testable import Commands

/// `lockstep emulator` with a spec.
struct EmulatorCommandTests {
  private static let spec = """
    version: 1
    environments:
      production:
        zendesk: {subdomain: acme, auth: {access_token: !env ZENDESK_TOKEN}}
        braze: {endpoint: https://rest.iad-01.braze.com, api_key: !env BRAZE_KEY}
    zendesk:
      webhooks:
        send:
          name: Send
          endpoint: !braze /campaigns/trigger/send
          http_method: POST
          request_format: json
      triggers:
        rule:
          title: Rule
          conditions: {all: [{field: status, operator: changed}]}
          actions:
            - field: notification_webhook
              value: [!ref zendesk.webhooks.send, !json {campaign_id: !ref braze.campaigns.reply}]
    braze:
      subscription_groups:
        sms: {id: 00000000-0000-4000-8000-000000000001, name: Texts}
      campaigns:
        reply:
          name: Reply
          channel: sms
          delivery: {type: api_triggered}
          sms: {subscription_group: !ref braze.subscription_groups.sms, body: Hi}

    """

  /// Runs the command until `visit` has looked at what it serves.
  private func serving(
    _ further: [String] = [],
    _ visit: @escaping @Sendable (_ origin: String) async throws -> Void
  ) async throws {
    let stage = try Stage(named: "emulator")
    try stage.write(Self.spec, to: "integration.yaml")
    let (texts, written) = AsyncStream.makeStream(of: String.self)
    let session = Session(
      environment: ProcessEnvironment(["LOCKSTEP_EMULATOR_AUTH": "opensesame"]),
      folder: stage.folder,
      write: { written.yield($0) },
      complain: { written.yield($0) }
    )
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let arguments = ["emulator", "--port", "0", "integration.yaml"] + further
        _ = await Lockstep.run(arguments, in: session)
      }
      group.addTask {
        for await text in texts {
          let start = try #require(text.firstRange(of: "http://127.0.0.1:"), "\(text)")
          let port = text[start.upperBound...].prefix { $0.isNumber }
          try await visit("http://127.0.0.1:\(port)")
          return
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private func get(_ url: String, as token: String) async throws -> Value {
    let http = HTTPTransport(userAgent: "test")
    let answer: Response
    do {
      let headers: HTTPFields = [.authorization: "Bearer \(token)"]
      answer = try await http.send(Request(.get, url, headers: headers))
    } catch {
      await http.shutdown()
      throw error
    }
    await http.shutdown()
    return try Value(json: answer.body)
  }

  @Test func `it begins with what the spec declares, the person's part included`() async throws {
    try await serving { origin in
      let campaigns = try await get("\(origin)/campaigns/list", as: "x")["campaigns"]
      let id = try #require(campaigns?.items?.first?["id"]?.text)
      let triggers = try await get("\(origin)/api/v2/triggers", as: "x")["triggers"]?.items
      let rule = try #require(triggers?.first { $0["title"] == "Rule" })
      let body = rule["actions"]?.items?.first?["value"]?.items?.last?.text
      #expect(body?.contains(id) == true)
      // Those of this test alone: what set it up is not in the log.
      #expect(try await get("\(origin)/_emulator/requests", as: "")["requests"]?.items?.count == 2)
    }
  }

  @Test func `a credential that is required is required from then on`() async throws {
    try await serving(["--require-auth"]) { origin in
      let refused = try await get("\(origin)/api/v2/triggers", as: "x")
      #expect(refused["error"] == "Couldn't authenticate you")
      let triggers = try await get("\(origin)/api/v2/triggers", as: "opensesame")["triggers"]
      #expect(triggers?.items?.contains { $0["title"] == "Rule" } == true)
    }
  }
}
