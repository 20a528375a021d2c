import Emulator
import Platform
import Testing
import Values

@testable import Commands

/// Every condition of the example's triggers is there for something that scenarios show: without it exactly
/// those fail, and their trail names what stands in its place.
struct ExampleConditionTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  struct Need: Sendable, CustomTestStringConvertible {
    let trigger: String
    let condition: String
    /// The scenarios that fail without it.
    let scenarios: Set<String>

    var testDescription: String { "\(trigger): \(condition)" }

    init(_ trigger: String, _ condition: String, _ scenarios: String) {
      self.trigger = trigger
      self.condition = condition
      self.scenarios = Set(scenarios.split(separator: " ").map(String.init))
    }
  }

  private static let tag = "{field: current_tags, operator: includes, value: braze_sms}"
  private static let id =
    "{field: requester.custom_fields.braze_external_id, operator: present}"

  /// The conversations that go on when Braze knows that the ticket is open.
  private static let talks = """
    answer-before-the-first-reply answer-lost-on-the-way answer-to-a-pending-ticket braze-answers-429 \
    braze-answers-500 closed-after-four-days closed-unsolved hard-texts long-reply opened-again \
    reply-and-solve stop support-opens-a-ticket support-twice two-agents two-customers two-way-sms \
    unknown-to-braze zendesk-is-busy
    """

  /// The scenario that is about what a missing attribute leads to, steps later: it names that.
  private static let later = "answer-before-the-first-reply"
  private static let consequence = #"does not  audience: zendesk_ticket_open equals "true""#

  static let needs = [
    // Of tickets of other channels Braze would be told as well.
    Need("ticket_opened", tag, "other-channels unhappy-user"),
    Need("ticket_opened", id, "no-external-id"),
    Need(
      "ticket_opened",
      "{field: status, operator: less_than, value: solved}",
      "closed-after-four-days"
    ),
    // Braze would not learn of a new ticket. In other-channels, mail gets the tag and is told of so.
    Need(
      "ticket_opened",
      "{field: update_type, operator: is, value: Create}",
      talks + " other-channels"
    ),
    Need(
      "ticket_opened",
      "{field: status, operator: value_previous, value: solved}",
      "opened-again"
    ),
    Need("reply_by_sms", tag, "other-channels"),
    Need("reply_by_sms", id, "no-external-id"),
    Need(
      "reply_by_sms",
      "{field: comment_is_public, operator: is, value: requester_can_see_comment}",
      "two-way-sms"
    ),
    // Every answer of a customer would come back as an echo.
    Need(
      "reply_by_sms",
      "{field: current_via_id, operator: is_not, value: web_service}",
      """
      answer-before-the-first-reply answer-to-a-pending-ticket braze-answers-500 closed-after-four-days \
      hard-texts opened-again support-opens-a-ticket two-customers two-way-sms zendesk-is-busy
      """
    ),
    Need("ticket_solved", tag, "finished-ticket other-channels"),
    Need("ticket_solved", id, "no-external-id"),
    // A new ticket would be told as solved at once.
    Need("ticket_solved", "{field: status, operator: greater_than, value: hold}", talks),
    Need("ticket_solved", "{field: status, operator: changed}", "two-agents"),
    Need(
      "ticket_solved",
      "{field: status, operator: not_value_previous, value: solved}",
      "closed-after-four-days"
    ),
    Need("ticket_finished", id, "no-external-id"),
    Need(
      "ticket_finished",
      "{field: status, operator: value, value: solved}",
      "closed-after-four-days finished-ticket other-channels reply-and-solve two-agents"
    ),
    Need(
      "ticket_finished",
      "{field: status, operator: value, value: closed}",
      "closed-after-four-days finished-ticket"
    ),
  ]

  @Test(arguments: needs)
  func `without a condition exactly the scenarios fail that depend on it`(
    _ need: Need
  ) async throws {
    let stage = try Stage(named: "condition")
    let (spec, line) = try Self.example(without: need)
    try stage.write(spec, to: "integration.yaml")
    for name in try Folder.entries(Self.root + "/scenarios") {
      try stage.write(try Self.playedOnce("scenarios/" + name), to: "scenarios/" + name)
    }
    let (output, status) = await stage.run(["test"])
    #expect(status == .failed)
    let failures = Self.failures(in: output)
    #expect(Set(failures.keys) == need.scenarios)
    for (name, text) in failures {
      let lines = text.split(separator: "\n")
      let isNamed = lines.contains {
        $0.contains("subject_includes_word") && $0.hasSuffix("  integration.yaml:\(line)")
      }
      #expect(
        isNamed || name == Self.later && text.contains(Self.consequence),
        "\(name) does not name line \(line)"
      )
    }
  }

  @Test func `no condition is left out`() throws {
    let example = try Self.read("integration.yaml.example")
    #expect(example.split(separator: "- {field: ").count - 1 == Self.needs.count)
  }

  /// What is told of each scenario that failed, by the name of its file.
  private static func failures(in output: String) -> [String: String] {
    var failures: [String: String] = [:]
    var current: String?
    for line in output.split(separator: "\n") {
      if line.hasPrefix("FAIL  ") || line.hasPrefix("pass  ") {
        let path = line.split(separator: "(scenarios/").last?.prefix { $0 != "." }
        current = line.hasPrefix("FAIL") ? path.map(String.init) : nil
      }
      if let current { failures[current, default: ""] += line + "\n" }
    }
    return failures
  }

  /// The scenario, assuming of every open fact what it assumes or else the usual reading.
  private static func playedOnce(_ path: String) throws -> String {
    let prefix = "assume: {"
    let lines = try read(path).split(separator: "\n", omittingEmptySubsequences: false)
    let assumed = lines.first { $0.hasPrefix(prefix) }?.dropFirst(prefix.count).dropLast() ?? ""
    let others = OpenFact.allCases.filter { !assumed.contains($0.rawValue + ":") }
      .map { "\($0.rawValue): \($0.readings[0].name)" }
    let all = (assumed.isEmpty ? [] : [String(assumed)]) + others
    return (lines.filter { !$0.hasPrefix(prefix) } + [prefix + all.joined(separator: ", ") + "}"])
      .joined(separator: "\n")
  }

  /// The example with something in the condition's place that always holds where all have to hold, and
  /// never where one has to; and the line where that is.
  private static func example(without need: Need) throws -> (spec: String, line: Int) {
    var lines = try read("integration.yaml.example")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let trigger = try #require(lines.firstIndex(of: "    \(need.trigger):"))
    let line = try #require(lines[trigger...].firstIndex { $0.contains("- \(need.condition)") })
    let group = try #require(
      lines[trigger..<line].last { $0.hasSuffix(" all:") || $0.hasSuffix(" any:") }
    )
    let operation = group.hasSuffix(" all:") ? "is_not" : "is"
    lines[line] =
      "          - {field: subject_includes_word, operator: \(operation), value: nonesuch}"
    return (lines.joined(separator: "\n"), line + 1)
  }

  private static func read(_ name: String) throws -> String {
    let bytes = try FileText.read(root + "/" + name, limitBytes: 1 << 20)
    return String(decoding: try #require(bytes), as: UTF8.self)
  }
}
