import Diagnostics
import Model
import Testing
import Values

@testable import Zendesk

/// What an account's own definitions say of a trigger.
struct RuleDefinitionsTests {
  private static let answer: Value = [
    "definitions": [
      "conditions_all": [
        [
          "subject": "status", "operators": [["value": "is"], ["value": "changed"]],
          "values": [["value": "open"]],
        ],
        ["subject": "via_id", "operators": [["value": "is"]], "values": [["value": "4"]]],
        ["subject": "current_tags", "operators": [["value": "includes"]]],
      ],
      "conditions_any": [["subject": "role", "operators": [["value": "is"]]]],
      "actions": [["subject": "priority", "values": [["value": "low"], ["value": "high"]]]],
    ]
  ]

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let rule: String
    let paths: [String]

    init(_ title: String, _ rule: String, _ paths: [String]) {
      testDescription = title
      self.rule = rule
      self.paths = paths
    }
  }

  static let cases = [
    Case(
      "all known",
      #"{"conditions": {"all": [{"field": "status", "operator": "is", "value": "open"}]}}"#,
      []
    ),
    Case(
      "no value",
      #"{"conditions": {"all": [{"field": "status", "operator": "changed", "value": null}]}}"#,
      []
    ),
    Case(
      "any text",
      #"{"conditions": {"all": [{"field": "current_tags", "operator": "includes", "value": "x"}]}}"#,
      []
    ),
    Case(
      "a channel's name",
      #"{"conditions": {"all": [{"field": "via_id", "operator": "is", "value": "mail"}]}}"#,
      []
    ),
    Case(
      "a field of the spec",
      #"{"conditions": {"all": [{"field": "new", "operator": "is", "value": "1"}]}}"#,
      []
    ),
    Case(
      "a field for any alone",
      #"{"conditions": {"all": [{"field": "role", "operator": "is", "value": "1"}]}}"#,
      ["conditions.all[0].field"]
    ),
    Case(
      "an operator",
      #"{"conditions": {"any": [{"field": "role", "operator": "is_not", "value": "1"}]}}"#,
      ["conditions.any[0].operator"]
    ),
    Case(
      "one value of two",
      #"{"conditions": {"all": [{"field": "via_id", "operator": "is", "value": ["4", "5"]}]}}"#,
      ["conditions.all[0].value[1]"]
    ),
    Case(
      "an action",
      #"{"actions": [{"field": "status", "value": "open"}]}"#,
      ["actions[0].field"]
    ),
    Case(
      "an action's value",
      #"{"actions": [{"field": "priority", "value": "urgent"}]}"#,
      ["actions[0].value"]
    ),
  ]

  @Test(arguments: cases)
  func `what the account does not list is found at its path`(_ test: Case) throws {
    let check = try #require(RuleDefinitions.check(Self.answer, ["new"]))
    let rule = try #require(try Value(json: test.rule).members)
    let found = check(rule)
    #expect(found.map(\.path.description) == test.paths, "\(found.map(\.detail))")
    #expect(found.allSatisfy { $0.severity == .warning && $0.code == "not-in-account" })
  }

  @Test func `an answer without lists comes to no rule`() {
    #expect(RuleDefinitions.check([:], []) == nil)
    #expect(RuleDefinitions.check(["definitions": ["actions": []]], []) == nil)
  }
}
