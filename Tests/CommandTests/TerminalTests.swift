import Platform
import Testing

@testable import Commands

/// What a terminal gets, and what it does not.
struct TerminalTests {
  private static let spec = """
    version: 1
    environments: {local: {emulator: .lockstep/local}}
    zendesk:
      trigger_categories:
        group: {name: Group}

    """

  private func stage(_ name: String) throws -> Stage {
    let stage = try Stage(named: name)
    try stage.write(Self.spec, to: "integration.yaml")
    return stage
  }

  @Test func `colour is for terminals where NO_COLOR is not set, or on request`() async throws {
    let stage = try stage("colour")
    let escape = "\u{1B}["
    #expect(await stage.run(["plan"], onTerminal: true).output.contains(escape))
    #expect(await !stage.run(["plan"]).output.contains(escape))
    #expect(await stage.run(["plan", "--color", "always"]).output.contains(escape))
    let never = await stage.run(["plan", "--color", "never"], onTerminal: true)
    #expect(!never.output.contains(escape))
    stage.set("NO_COLOR", "1")
    #expect(await !stage.run(["plan"], onTerminal: true).output.contains(escape))
  }

  @Test func `a terminal sees how far an apply has come, and nobody else does`() async throws {
    let shown = await (try stage("progress")).run(["apply", "--yes"], onTerminal: true).output
    #expect(shown.contains("[0/1] create zendesk.trigger_categories.group"))
    let silent = await (try stage("progress")).run(["apply", "--yes"]).output
    #expect(!silent.contains("[0/1]"))
  }

  @Test(arguments: [
    ["--help"], ["help", "plan"], ["apply", "--help"], ["emulator", "--help"], ["drift", "-h"],
    ["completions", "--help"], ["schema", "--help"], ["apply", "--yess"],
    ["drift", "--format", "xml"], ["validate", "nowhere"], ["show", "-e", "nope"],
    ["plan", "--only", "zendesk.trigger_categories.grupe"],
  ])
  func `nothing passes the edge of a narrow terminal`(_ arguments: [String]) async throws {
    let output = await (try stage("narrow")).run(arguments, width: 80).output
    for line in output.split(separator: "\n") {
      // Standard error is marked with two characters.
      #expect(line.count <= (line.hasPrefix("! ") ? 82 : 80), "\(line)")
    }
  }

  @Test(arguments: ["plan", "apply", "drift"])
  func `compact means a line a change`(_ command: String) async throws {
    let stage = try stage("compact")
    let (output, _) = await stage.run([command, "--compact"])
    #expect(output.contains("zendesk.trigger_categories.group"), "\(output)")
    #expect(!output.contains("name:"))
  }

  @Test(arguments: ["integration.yaml", "."])
  func `two applies of one spec do not run at once`(_ path: String) async throws {
    let stage = try stage("twice")
    let lock = try #require(try FileLock.acquire(at: stage.folder + "/integration.yaml"))
    let (output, status) = await stage.run(["apply", path, "--yes"])
    #expect(status == .failed)
    #expect(output.contains("[apply-in-progress]"))
    #expect(try await stage.writes() == 0)
    lock.release()
    #expect(await stage.run(["apply", path, "--yes"]).status == .done)
  }

  @Test func `a limit that stays used up is exit 5`() async throws {
    let stage = try Stage(named: "limit", rateLimit: 1)
    try stage.write(Self.spec, to: "integration.yaml")
    _ = await stage.run(["plan"])
    let (output, status) = await stage.run(["plan"])
    #expect(status == .unreachable)
    #expect(output.contains("[rate-limit-exhausted]"), "\(output)")
  }
}
