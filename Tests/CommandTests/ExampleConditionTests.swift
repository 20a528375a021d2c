import Platform
import Testing
import Values

@testable import Commands

/// Every condition of the example's triggers is there for something that a scenario shows.
struct ExampleConditionTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  struct Need: Sendable, CustomTestStringConvertible {
    let trigger: String
    let condition: String
    let scenario: String

    var testDescription: String { "\(trigger): \(condition)" }

    init(_ trigger: String, _ condition: String, _ scenario: String) {
      self.trigger = trigger
      self.condition = condition
      self.scenario = scenario
    }
  }

  private static let tag = "{field: current_tags, operator: includes, value: braze_sms}"
  private static let id =
    "{field: requester.custom_fields.braze_external_id, operator: present}"

  /// Each condition, and a scenario that fails without it.
  static let needs = [
    Need("ticket_opened", tag, "other-channels"),
    Need("ticket_opened", id, "no-external-id"),
    Need(
      "ticket_opened",
      "{field: status, operator: less_than, value: solved}",
      "closed-after-four-days"
    ),
    Need(
      "ticket_opened",
      "{field: update_type, operator: is, value: Create}",
      "answer-before-the-first-reply"
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
    Need(
      "reply_by_sms",
      "{field: current_via_id, operator: is_not, value: web_service}",
      "two-way-sms"
    ),
    Need("ticket_solved", tag, "other-channels"),
    Need("ticket_solved", id, "no-external-id"),
    Need(
      "ticket_solved",
      "{field: status, operator: greater_than, value: hold}",
      "answer-to-a-pending-ticket"
    ),
    Need("ticket_solved", "{field: status, operator: changed}", "two-agents"),
    Need(
      "ticket_solved",
      "{field: status, operator: not_value_previous, value: solved}",
      "closed-after-four-days"
    ),
    Need("ticket_finished", id, "no-external-id"),
    Need("ticket_finished", "{field: status, operator: value, value: solved}", "finished-ticket"),
    Need("ticket_finished", "{field: status, operator: value, value: closed}", "finished-ticket"),
  ]

  @Test(arguments: needs)
  func `without a condition a scenario fails`(_ need: Need) async throws {
    let stage = try Stage(named: "condition")
    try stage.write(try Self.example(without: need), to: "integration.yaml")
    let scenario = try Self.read("scenarios/\(need.scenario).scenario.yaml")
    try stage.write(scenario, to: "played.scenario.yaml")
    #expect(await stage.run(["test"]).status == .failed)
  }

  @Test func `no condition is left out`() throws {
    let example = try Self.read("integration.yaml.example")
    #expect(example.split(separator: "- {field: ").count - 1 == Self.needs.count)
  }

  /// The example with something in the condition's place that always holds where all have to hold, and
  /// never where one has to.
  private static func example(without need: Need) throws -> String {
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
    return lines.joined(separator: "\n")
  }

  private static func read(_ name: String) throws -> String {
    let bytes = try FileText.read(root + "/" + name, limitBytes: 1 << 20)
    return String(decoding: try #require(bytes), as: UTF8.self)
  }
}
