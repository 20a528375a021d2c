import Emulator
import EmulatorServer
import Messages
import Testing
import Values

@testable import Commands

/// The same story over the network.
struct ServedTests {
  private static let resources = """
    zendesk:
      user_fields:
        field: {type: text, title: Field}
      trigger_categories:
        group: {name: Group}
      triggers:
        rule:
          title: Rule
          category_id: !ref zendesk.trigger_categories.group
          conditions: {all: [{field: status, operator: changed}]}
          actions: [{field: status, value: open}]

    """

  /// Serves the emulator of `stage` while `body` runs.
  private func serving(
    _ stage: Stage,
    _ body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    let server = EmulationServer(emulator: stage.emulator, port: 0)
    let (ports, announce) = AsyncStream.makeStream(of: Int.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run { announce.yield($0) } }
      group.addTask {
        for await port in ports {
          try await body(port)
          return
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  private func spec(_ port: Int, auth: String) -> String {
    """
    version: 1
    environments:
      served: {zendesk: {url: "http://127.0.0.1:\(port)", auth: {\(auth)}}}
    \(Self.resources)
    """
  }

  @Test(arguments: [
    ("opensesame", "access_token: !env TOKEN", ["TOKEN": "opensesame"]),
    (
      "ops@acme.example/token:t0k", "email: ops@acme.example, api_token: !env TOKEN",
      ["TOKEN": "t0k"]
    ),
    ("me:mine", "client_id: !env ID, client_secret: !env SECRET", ["ID": "me", "SECRET": "mine"]),
  ])
  func `plan, apply, drift and a change by hand go over the network with any credential`(
    _ required: String,
    _ auth: String,
    _ variables: [String: String]
  ) async throws {
    let stage = try Stage(named: "served", isEmbedded: false, credential: required)
    for (name, value) in variables { stage.set(name, value) }
    try await serving(stage) { port in
      try stage.write(spec(port, auth: auth), to: "integration.yaml")
      let applied = await stage.run(["apply", "--yes"])
      #expect(applied.status == .done, "\(applied.output)")
      #expect(await stage.run(["plan", "--detailed-exitcode"]).status == .done)
      #expect(await stage.run(["drift"]).status == .done)
      #expect(try stage.ids(in: "integration.lock.json").count == 3)
      let counts = try await stage.counts()
      #expect((counts["POST /oauth/tokens"] ?? 0) == (auth.contains("client_id") ? 3 : 0))
    }
  }

  @Test func `a wrong token is named, with what the server said`() async throws {
    let stage = try Stage(named: "served", isEmbedded: false, credential: "opensesame")
    stage.set("TOKEN", "hush-hush")
    try await serving(stage) { port in
      try stage.write(spec(port, auth: "access_token: !env TOKEN"), to: "integration.yaml")
      let (output, status) = await stage.run(["plan"])
      #expect(status == .refused)
      #expect(output.contains("the access token from TOKEN"))
      #expect(output.contains("Couldn't authenticate you"))
      #expect(!output.contains("hush"))
    }
  }

  @Test func `a server without TLS behind https is exit 5`() async throws {
    let stage = try Stage(named: "served", isEmbedded: false)
    stage.set("TOKEN", "anything")
    try await serving(stage) { port in
      let text = spec(port, auth: "access_token: !env TOKEN").replacing("http://", with: "https://")
      try stage.write(text, to: "integration.yaml")
      let (output, status) = await stage.run(["plan"])
      #expect(status == .unreachable)
      #expect(output.contains("[tls-failed]"), "\(output)")
    }
  }

  @Test func `a command that finds its emulator served talks to the server`() async throws {
    let stage = try Stage(named: "served", isEmbedded: false)
    try await serving(stage) { _ in
      try stage.write(
        "version: 1\nenvironments: {local: {emulator: .lockstep/local}}\n" + Self.resources,
        to: "integration.yaml"
      )
      let applied = await stage.run(["apply", "--yes"])
      #expect(applied.status == .done, "\(applied.output)")
      #expect(try await stage.counts()["POST /api/v2/triggers"] == 1)
    }
  }

  @Test func `an emulator that another process keeps to itself is said to be in use`() async throws
  {
    let stage = try Stage(named: "locked", isEmbedded: false)
    try stage.write(
      "version: 1\nenvironments: {local: {emulator: .lockstep/local}}\n" + Self.resources,
      to: "integration.yaml"
    )
    let (output, status) = await stage.run(["plan"])
    #expect(status == .failed)
    #expect(output.contains("[emulator-store]"))
  }

  @Test(arguments: ["http://127.0.0.1:1", "https://127.0.0.1:1", "https://no-such-host.invalid"])
  func `a host that is not there is exit 5`(_ url: String) async throws {
    let stage = try Stage(named: "nobody")
    stage.set("TOKEN", "x")
    try stage.write(
      "version: 1\nenvironments: {far: {zendesk: {url: \"\(url)\", auth: {access_token: !env TOKEN}}}}\n"
        + Self.resources,
      to: "integration.yaml"
    )
    let (output, status) = await stage.run(["plan"])
    #expect(status == .unreachable)
    #expect(output.contains("[host-unreachable]"), "\(output)")
  }
}
