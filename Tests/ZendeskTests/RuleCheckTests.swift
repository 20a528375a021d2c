import Model
import KindTesting
import Testing
import Values

@testable import Zendesk

/// What is said of a trigger or an automation before any request.
struct RuleCheckTests {
  private static func condition(
    _ title: String,
    found codes: [String] = [],
    saying words: String = "",
    _ condition: String
  ) -> MarkedResource {
    MarkedResource(
      title,
      found: codes,
      saying: words,
      in: "triggers",
      """
      title: A
      conditions: {all: [\(condition)]}
      actions: [{field: status, value: open}]
      """
    )
  }

  private static func action(
    _ title: String,
    found codes: [String] = [],
    saying words: String = "",
    _ action: String
  ) -> MarkedResource {
    MarkedResource(
      title,
      found: codes,
      saying: words,
      in: "triggers",
      """
      title: A
      conditions: {all: [{field: status, operator: changed}]}
      actions: [\(action)]
      """
    )
  }

  private static func automation(
    _ title: String,
    found codes: [String] = [],
    saying words: String = "",
    _ body: String
  ) -> MarkedResource {
    MarkedResource(title, found: codes, saying: words, in: "automations", "title: A\n" + body)
  }

  static let conditions = [
    condition("a known one", "{field: status, operator: is, value: open}"),
    condition("an id", "{field: group_id, operator: is, value: 123}"),
    condition("nobody", "{field: assignee_id, operator: is}"),
    condition("a channel by name", "{field: via_id, operator: is_not, value: !var channel}"),
    condition("several channels", "{field: via_id, operator: includes, value: [mail, 5]}"),
    condition("without a value", "{field: status, operator: changed, value: null}"),
    condition("a custom field", "{field: custom_fields_12, operator: includes, value: gold}"),
    condition("a fraction", "{field: requester.custom_fields.x, operator: less_than, value: 1.5}"),
    condition(
      "an unknown field",
      found: ["unknown-condition-field?"],
      saying: "Did you mean \"current_tags\"?",
      "{field: ⟦curent_tags, operator: includes, value: a}"
    ),
    condition(
      "a field of automations",
      found: ["unknown-condition-field?"],
      saying: "for automations",
      "{field: ⟦PENDING, operator: is, value: 4}"
    ),
    condition(
      "changed_to",
      found: ["unknown-operator"],
      saying: "calls it \"value\"",
      "{field: status, operator: ⟦changed_to, value: open}"
    ),
    condition(
      "changed_from",
      found: ["unknown-operator"],
      saying: "calls it \"value_previous\"",
      "{field: priority, operator: ⟦changed_from, value: low}"
    ),
    condition(
      "an operator by a variable",
      found: ["unknown-operator"],
      "{field: status, operator: ⟦!var word, value: open}"
    ),
    condition(
      "an operator of other fields",
      found: ["unknown-operator"],
      saying: "Operators: includes, not_includes.",
      "{field: current_tags, operator: ⟦is, value: vip}"
    ),
    condition(
      "a slip in an operator",
      found: ["unknown-operator"],
      saying: "Did you mean \"is_not\"?",
      "{field: group_id, operator: ⟦isnot, value: 1}"
    ),
    condition(
      "a slip in an operator of an unknown field",
      found: ["unknown-condition-field?", "unknown-operator"],
      "{field: ⟦mood, operator: ⟦isnot, value: 1}"
    ),
    condition(
      "a value for nothing",
      found: ["unexpected-value"],
      saying: "compare by \"value\"",
      "{field: status, operator: changed, value: ⟦solved}"
    ),
    condition(
      "no value",
      found: ["missing-value"],
      "⟦{field: status, operator: is}"
    ),
    condition(
      "an unknown value",
      found: ["unknown-value?"],
      saying: "Did you mean \"solved\"?",
      "{field: status, operator: is, value: ⟦Solvd}"
    ),
    condition(
      "an unknown channel",
      found: ["unknown-value?"],
      saying: "\"mail\"",
      "{field: via_id, operator: includes, value: [web_form, ⟦mial]}"
    ),
    condition(
      "a name for an id",
      found: ["unknown-value?"],
      saying: "!ref",
      "{field: group_id, operator: is, value: ⟦Support}"
    ),
    condition(
      "a word for a number",
      found: ["invalid-condition-value"],
      "{field: reopens, operator: greater_than, value: ⟦many}"
    ),
    condition(
      "a list for one",
      found: ["invalid-condition-value"],
      saying: "one condition for each",
      "{field: status, operator: is, value: ⟦[open, solved]}"
    ),
    condition(
      "a list of words",
      found: ["invalid-condition-value"],
      saying: "blanks between",
      "{field: current_tags, operator: includes, value: ⟦[a, b]}"
    ),
  ]

  static let actions = [
    action("a known one", "{field: priority, value: high}"),
    action("nobody", "{field: assignee_id, value: ''}"),
    action("a message", "{field: notification_user, value: [requester_id, Hello, Text]}"),
    action("a date", "{field: custom_fields_1, value: [specific_date, 2025-01-31]}"),
    action(
      "an unknown one",
      found: ["unknown-action?"],
      saying: "Did you mean \"notification_webhook\"?",
      "{field: ⟦notification_webhok, value: a}"
    ),
    action("a slip in a value", found: ["unknown-value?"], "{field: status, value: ⟦opened}"),
    action("a name for an id", found: ["unknown-value?"], "{field: group_id, value: ⟦Support}"),
    action("a list of tags", found: ["invalid-action-value"], "{field: set_tags, value: ⟦[a, b]}"),
    action("no value", found: ["invalid-action-value"], "⟦{field: status}"),
    action(
      "two parts of three",
      found: ["invalid-action-value"],
      saying: "a list of 3: recipient, subject, body",
      "{field: notification_user, value: ⟦[requester_id, Hello]}"
    ),
    action(
      "an unknown recipient",
      found: ["unknown-value?"],
      saying: "Did you mean \"requester_id\"?",
      "{field: notification_user, value: [⟦requestor_id, Hello, Text]}"
    ),
    action(
      "text for a list",
      found: ["invalid-action-value"],
      "{field: notification_webhook, value: ⟦01HANAHBMTDTB8Q98K38YZ5ZQS}"
    ),
    action(
      "an address without !ref",
      found: ["unknown-value?"],
      saying: "!ref ADDRESS",
      "{field: notification_webhook, value: [⟦zendesk.webhooks.hook, text]}"
    ),
  ]

  private static let solve = "actions: [{field: status, value: solved}]"

  static let automations = [
    automation(
      "one that ends itself",
      """
      conditions:
        all: [{field: status, operator: is, value: pending}, {field: PENDING, operator: greater_than, value: 96}]
      \(solve)
      """
    ),
    automation(
      "one that is true once",
      """
      conditions: {all: [{field: PENDING, operator: is, value: 100}]}
      actions: [{field: set_tags, value: seen}]
      """
    ),
    automation(
      "one that adds a tag it excludes",
      """
      conditions:
        all:
          - {field: OPEN, operator: greater_than, value: 24}
          - {field: current_tags, operator: not_includes, value: late}
      actions: [{field: current_tags, value: Late}]
      """
    ),
    automation(
      "one that never ends",
      found: ["automation-never-ends?"],
      """
      conditions:
        all: [{field: status, operator: is, value: open}, {field: OPEN, operator: greater_than, value: 24}]
      actions: ⟦[{field: notification_user, value: [requester_id, Late, Sorry]}]
      """
    ),
    automation(
      "one that sets what it demands",
      found: ["automation-never-ends?"],
      """
      conditions:
        all: [{field: priority, operator: is, value: high}, {field: OPEN, operator: greater_than, value: 24}]
      actions: ⟦[{field: priority, value: high}]
      """
    ),
    automation(
      "no time",
      found: ["no-time-condition"],
      """
      conditions:
        all: ⟦[{field: status, operator: is, value: pending}]
      \(solve)
      """
    ),
    automation(
      "nothing about the ticket",
      found: ["no-ticket-condition"],
      """
      conditions:
        all: ⟦[{field: updated_at, operator: greater_than, value: 24}]
      \(solve)
      """
    ),
    automation(
      "a time in any",
      found: ["time-condition-in-any"],
      """
      conditions:
        all: [{field: status, operator: is, value: pending}]
        any: [{field: ⟦PENDING, operator: is, value: 4}]
      \(solve)
      """
    ),
    automation(
      "what only updates have",
      found: ["unknown-condition-field?"],
      saying: "about an update",
      """
      conditions:
        all: [{field: ⟦comment_is_public, operator: is, value: true}, {field: PENDING, operator: is, value: 4}]
      \(solve)
      """
    ),
    automation(
      "an operator of updates",
      found: ["unknown-operator"],
      saying: "sees no update",
      """
      conditions:
        all: [{field: status, operator: ⟦value, value: open}, {field: PENDING, operator: is, value: 4}]
      \(solve)
      """
    ),
    automation(
      "hours in words",
      found: ["invalid-condition-value"],
      """
      conditions:
        all: [{field: PENDING, operator: is, value: ⟦a day}]
      \(solve)
      """
    ),
  ]

  static let wholes = [
    MarkedResource(
      "no conditions",
      found: ["no-conditions"],
      in: "triggers",
      "title: A\nconditions: ⟦{all: [], any: []}\nactions: [{field: status, value: open}]"
    ),
    MarkedResource(
      "no actions",
      found: ["no-actions"],
      in: "triggers",
      "title: A\nconditions: {all: [{field: status, operator: changed}]}\nactions: ⟦[]"
    ),
    MarkedResource(
      "unfinished ones that are to be deleted",
      in: "triggers",
      "title: A\nabsent: true"
    ),
  ]

  @Test(arguments: conditions + actions + automations + wholes)
  func `a rule is held to what is known of its fields`(_ resource: MarkedResource) {
    resource.check()
  }

  @Test func `a field named by an id that is not known yet is one of its family`() {
    let field = Value.format([.text("custom_fields_"), .reference(Reference(to: "zendesk.a.b"))])
    let find = { (test: Value) in
      ConditionCheck.findings(["field": field, "operator": test], at: [], in: .trigger).map(\.code)
    }
    #expect(find("present") == [])
    #expect(find("changed_to") == ["unknown-operator"])
  }

  @Test(arguments: [(60_000, []), (67_000, ["rule-too-large"])])
  func `a rule of 65 KB is refused at its name`(_ size: Int, _ codes: [String]) {
    let text = String(repeating: "x", count: size)
    MarkedResource(
      "large",
      found: codes,
      in: "triggers",
      name: codes.isEmpty ? "thing" : "⟦thing",
      "title: A\nconditions: {all: [{field: status, operator: changed}]}\n"
        + "actions: [{field: notification_user, value: [requester_id, Hello, \(text)]}]"
    ).check()
  }
}
