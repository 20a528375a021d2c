import Messages
import Platform
import Testing
import Values

@testable import Commands

/// The shipped example is a spec that works.
struct ExampleTests {
  private func example() throws -> String {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let bytes = try FileText.read(root + "/integration.yaml.example", limitBytes: 1 << 20)
    return String(decoding: try #require(bytes), as: UTF8.self)
  }

  /// Applies the example, does the person's part, and applies again what waited for it.
  private func deploy(on stage: Stage) async throws {
    stage.set("LOCKSTEP_ENVIRONMENT", "local")
    #expect(await stage.run(["apply", "--yes"]).status == .done)
    #expect(await stage.run(["plan", "--detailed-exitcode"]).status == .changes)
    #expect(await stage.run(["runbook", "--perform"]).status == .done)
    #expect(await stage.run(["attest", "braze.*"]).status == .done)
    #expect(await stage.run(["apply", "--yes"]).status == .done)
  }

  @Test func `the example is valid in every environment, without a secret`() async throws {
    let stage = try Stage(named: "example")
    try stage.write(try example(), to: "integration.yaml")
    let validated = await stage.run(["validate"])
    #expect(validated.status == .done)
    #expect(validated.output == "integration.yaml is valid: 21 resources, 3 environments.\n")
    for environment in ["local", "served", "production"] {
      #expect(await stage.run(["show", "--environment", environment]).status == .done)
    }
  }

  @Test func `the example is applied once and for all`() async throws {
    let stage = try Stage(named: "example")
    try stage.write(try example(), to: "integration.yaml")
    try await deploy(on: stage)
    #expect(await stage.run(["plan", "--detailed-exitcode"]).status == .done)
    #expect(await stage.run(["drift"]).status == .done)
    let writes = try await stage.writes()
    #expect(await stage.run(["apply", "--yes"]).status == .done)
    #expect(try await stage.writes() == writes)
  }

  @Test func `the example keeps what its scenarios promise`() async throws {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let stage = try Stage(named: "example")
    try stage.write(try example(), to: "integration.yaml")
    for name in try Folder.entries(root + "/scenarios") {
      let bytes = try FileText.read(root + "/scenarios/" + name, limitBytes: 1 << 20)
      try stage.write(String(decoding: try #require(bytes), as: UTF8.self), to: "scenarios/" + name)
    }
    stage.set("LOCKSTEP_ENVIRONMENT", "local")
    let played = await stage.run(["test"])
    #expect(played.status == .done, "\(played.output)")
  }

  @Test func `the scenario by which they are explained can be copied`() async throws {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let bytes = try FileText.read(root + "/Docs/Scenarios.md", limitBytes: 1 << 20)
    let page = String(decoding: try #require(bytes), as: UTF8.self)
    let start = try #require(page.firstRange(of: "```yaml\nscenario:"))
    let block = page[start.lowerBound...].dropFirst("```yaml\n".count)
    let end = try #require(block.firstRange(of: "\n```"))
    let stage = try Stage(named: "example")
    try stage.write(try example(), to: "integration.yaml")
    try stage.write(String(block[..<end.lowerBound]) + "\n", to: "reply.scenario.yaml")
    let played = await stage.run(["test", "--environment", "local"])
    #expect(played.status == .done, "\(played.output)")
  }

  @Test func `the triggers' bodies are valid JSON once their placeholders are`() async throws {
    let stage = try Stage(named: "example")
    try stage.write(try example(), to: "integration.yaml")
    try await deploy(on: stage)
    let answer = try await stage.request("GET", "/api/v2/triggers?page[size]=100")
    let triggers = try Value(json: answer.body)["triggers"]?.items ?? []
    let bodies = triggers.flatMap { $0["actions"]?.items ?? [] }
      .filter { $0["field"] == "notification_webhook" }
      .compactMap { $0["value"]?.items?.last?.text }
    #expect(bodies.count == 4)
    for body in bodies { #expect(throws: Never.self) { try Value(json: body) } }
  }
}
