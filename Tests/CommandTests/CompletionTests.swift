import ArgumentParser
import Platform
import Testing

@testable import Commands

/// What a shell offers where the spec says what there is.
///
/// One after the other: the argument parser keeps the shell that asks in a global variable.
@Suite(.serialized)
struct CompletionTests {
  private static let spec = """
    version: 1
    environments:
      local: {emulator: .lockstep/local}
      sandbox: {}
    zendesk:
      trigger_categories:
        one: {nam: wrong}
        two: {name: Two}
      triggers:
        reply: {}

    """

  /// The words that are offered for the last one of `words`; options before it are values.
  private func offered(_ words: [String], for option: String, on stage: Stage) async -> [String] {
    _ = Lockstep.completionScript(for: .bash)
    let arguments =
      ["---completion", words[1], "--", option, String(words.count - 1), "0"] + words
    let (output, status) = await stage.run(arguments)
    #expect(status == .done)
    return output.split(separator: "\n").map(String.init)
  }

  @Test func `environments and addresses come from the spec, whatever is wrong in it`() async throws
  {
    let stage = try Stage(named: "completion")
    try stage.write(Self.spec, to: "integration.yaml")
    for (command, option) in [("plan", "--environment"), ("apply", "--confirm"), ("show", "-e")] {
      let words = ["lockstep", command, option, ""]
      #expect(
        await offered(words, for: option == "-e" ? "--environment" : option, on: stage)
          == ["local", "sandbox"],
        "\(command)"
      )
    }
    let addresses = [
      "zendesk.trigger_categories.one", "zendesk.trigger_categories.two", "zendesk.triggers.reply",
    ]
    let replace = ["lockstep", "apply", "--allow-replace", ""]
    #expect(await offered(replace, for: "--allow-replace", on: stage) == addresses)
    #expect(
      await offered(["lockstep", "attest", "--by", "Ada", ""], for: "positional@0", on: stage)
        == addresses + ["zendesk.trigger_categories.*", "zendesk.triggers.*"]
    )
    for option in ["--only", "--exclude"] {
      let words = ["lockstep", "drift", option, "zen"]
      #expect(
        await offered(words, for: option, on: stage)
          == addresses + ["zendesk.trigger_categories.*", "zendesk.triggers.*"]
      )
    }
  }

  @Test func `the spec is the one that the command line names`() async throws {
    let stage = try Stage(named: "completion")
    try stage.write(Self.spec, to: "integration.yaml")
    try stage.write(
      "version: 1\nenvironments: {other: {emulator: x}}\n",
      to: "deploy/integration.yaml"
    )
    let words = ["lockstep", "plan", "--detailed-exitcode", "deploy", "--environment", ""]
    #expect(await offered(words, for: "--environment", on: stage) == ["other"])
    let value = ["lockstep", "plan", "--confirm", "deploy", "--environment", ""]
    #expect(await offered(value, for: "--environment", on: stage) == ["local", "sandbox"])
  }

  @Test(arguments: ["a: [", "", "- 1", "environments: 5\nzendesk: {triggers: [x], webhooks: 1}"])
  func `a spec that cannot be read offers nothing and says nothing`(_ text: String) async throws {
    let stage = try Stage(named: "completion")
    try stage.write(text, to: "integration.yaml")
    for option in ["--environment", "--only"] {
      #expect(await offered(["lockstep", "plan", option, ""], for: option, on: stage) == [])
    }
  }

  @Test func `where there is no spec nothing is offered`() async throws {
    let stage = try Stage(named: "completion")
    let words = ["lockstep", "plan", "--environment", ""]
    #expect(await offered(words, for: "--environment", on: stage) == [])
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `there is a script for each shell`(_ shell: String) async throws {
    let (script, status) = await (try Stage(named: "completion")).run(["completions", shell])
    #expect(status == .done)
    #expect(script.contains("---completion"))
    #expect(script.contains("allow-replace"))
  }
}
