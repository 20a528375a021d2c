import Testing
import Values

@testable import Emulator

/// Each operator where it holds and where it does not.
@Suite struct `Conditions of rules` {
  struct Row: Sendable, CustomTestStringConvertible {
    var field: String
    var test: String
    var value: Value
    var holds: Bool

    init(_ field: String, _ test: String, _ value: Value, _ holds: Bool) {
      self.field = field
      self.test = test
      self.value = value
      self.holds = holds
    }

    var testDescription: String { "\(field) \(test) \(value.json())" }
  }

  private static let attributes = [
    Row("status", "is", "open", true), Row("status", "is", "solved", false),
    Row("status", "is_not", "solved", true), Row("status", "is_not", "open", false),
    Row("status", "less_than", "solved", true), Row("status", "less_than", "open", false),
    Row("status", "greater_than", "new", true), Row("status", "greater_than", "open", false),
    Row("custom_status_id", "includes", ["8", "9"], true),
    Row("custom_status_id", "includes", ["8"], false),
    Row("custom_status_id", "not_includes", ["8"], true),
    Row("custom_status_id", "not_includes", ["9"], false),
    Row("type", "is", "problem", true), Row("type", "is", "", false),
    Row("type", "is_not", "task", true), Row("type", "is_not", "problem", false),
    Row("priority", "is", "high", true), Row("priority", "less_than", "urgent", true),
    Row("priority", "less_than", "high", false), Row("priority", "greater_than", "low", true),
    Row("priority", "greater_than", "urgent", false),
    Row("group_id", "is", "77", true), Row("group_id", "is", "", false),
    Row("group_id", "is_not", "__NULL__", true), Row("brand_id", "is", "5", true),
    Row("brand_id", "is_not", "5", false), Row("ticket_form_id", "is", "7", false),
    Row("organization_id", "is", "", true), Row("organization_id", "is", "__NULL__", true),
    Row("organization_id", "is_not", "", false), Row("organization_id", "is", "4", false),
    Row("recipient", "is", "help@example.com", true), Row("recipient", "is", "x@y.z", false),
    Row("number_of_incidents", "is", "2", true),
    Row("number_of_incidents", "less_than", "2", false),
    Row("number_of_incidents", "less_than_equal", "2", true),
    Row("number_of_incidents", "greater_than", "1", true),
    Row("number_of_incidents", "greater_than_equal", "3", false),
    Row("reopens", "is", "2", true), Row("reopens", "less_than", "2", false),
    Row("replies", "greater_than", "2", true), Row("replies", "is", "2", false),
    Row("agent_stations", "less_than", "2", true), Row("agent_stations", "is", "0", false),
    Row("group_stations", "greater_than", "4", false), Row("group_stations", "is", "4", true),
  ]

  private static let people = [
    Row("assignee_id", "is", "11", true), Row("assignee_id", "is", "12", false),
    Row("assignee_id", "is", "current_user", true), Row("assignee_id", "is", "", false),
    Row("assignee_id", "is_not", "current_user", false),
    Row("assignee_id", "is", "requester_id", false),
    Row("assignee_id", "is_not", "requester_id", true),
    Row("requester_id", "is", "12", true), Row("requester_id", "is", "current_user", false),
    Row("requester_id", "is_not", "current_user", true),
    Row("requester_id", "is", "assignee_id", false),
    Row("requester_id", "is_not", "assignee_id", true),
    Row("role", "is", "agent", true), Row("role", "is", "end_user", false),
    Row("role", "is_not", "end_user", true), Row("role", "is_not", "agent", false),
    Row("role", "is", "11", true), Row("role", "is", "12", false),
    Row("requester_role", "is", "0", true), Row("requester_role", "is", "4", false),
    Row("requester_role", "is_not", "2", true), Row("locale_id", "is", "1", true),
    Row("locale_id", "is_not", "1", false), Row("requester_time_zone", "is", "Berlin", true),
    Row("requester_time_zone", "is_not", "Berlin", false),
    Row("cc", "is", "present", false), Row("cc", "is_not", "present", true),
  ]

  private static let updates = [
    Row("update_type", "is", "Change", true), Row("update_type", "is", "Create", false),
    Row("via_id", "is", "0", true), Row("via_id", "is", "5", false),
    Row("via_id", "is_not", "5", true), Row("via_id", "includes", ["4", "0"], true),
    Row("via_id", "not_includes", ["4", "0"], false),
    Row("current_via_id", "is", "5", true), Row("current_via_id", "is_not", "5", false),
    Row("current_via_id", "includes", ["4"], false),
    Row("current_via_id", "not_includes", ["4"], true),
    Row("current_tags", "includes", "vip other", true),
    Row("current_tags", "includes", "other", false),
    Row("current_tags", "not_includes", "other more", true),
    Row("current_tags", "not_includes", "other SMS", false),
    Row("subject_includes_word", "includes", "scanner printer's", true),
    Row("subject_includes_word", "includes", "print", false),
    Row("subject_includes_word", "not_includes", "print", true),
    Row("subject_includes_word", "not_includes", "MY", false),
    Row("subject_includes_word", "is", "printer's BROKE", true),
    Row("subject_includes_word", "is", "broken printer", false),
    Row("subject_includes_word", "is_not", "broken printer", true),
    Row("subject_includes_word", "is_not", "my", false),
    Row("comment_includes_word", "includes", "call", true),
    Row("comment_includes_word", "includes", "mail", false),
    Row("comment_includes_word", "not_includes", "mail", true),
    Row("comment_includes_word", "not_includes", "call", false),
    Row("comment_includes_word", "is", "call you", true),
    Row("comment_includes_word", "is_not", "call you", false),
    Row("comment_is_public", "is", true, true), Row("comment_is_public", "is", false, false),
    Row("comment_is_public", "is", "not_relevant", true),
    Row("comment_is_public", "is", "requester_can_see_comment", true),
    Row("ticket_is_public", "is", "public", true),
    Row("ticket_is_public", "is", "private", false),
    Row("attachment", "is", "present", false), Row("attachment", "is_not", "present", true),
    Row("ticket_due_date", "is", "true", false), Row("ticket_due_date", "is", "false", true),
  ]

  private static let changes = [
    Row("status", "changed", .null, true), Row("type", "changed", .null, false),
    Row("status", "not_changed", .null, false), Row("type", "not_changed", .null, true),
    Row("status", "value", "open", true), Row("status", "value", "solved", false),
    Row("type", "value", "problem", false), Row("status", "value_previous", "solved", true),
    Row("status", "value_previous", "open", false),
    Row("status", "not_value", "open", false), Row("status", "not_value", "pending", true),
    Row("type", "not_value", "problem", true),
    Row("status", "not_value_previous", "solved", false),
    Row("status", "not_value_previous", "open", true),
    Row("priority", "value_previous", "", true), Row("assignee_id", "changed", .null, true),
    Row("assignee_id", "value", "current_user", true),
    Row("assignee_id", "not_changed", .null, false), Row("group_id", "not_changed", .null, true),
    Row("requester_id", "changed", .null, false), Row("brand_id", "changed", .null, false),
  ]

  private static let fields = [
    Row("custom_fields_500", "includes", "free", true),
    Row("custom_fields_500", "includes", "paid", false),
    Row("custom_fields_500", "not_includes", "paid", true),
    Row("custom_fields_500", "not_includes", "free", false),
    Row("custom_fields_500", "present", .null, true),
    Row("custom_fields_500", "not_present", .null, false),
    Row("custom_fields_500", "changed", .null, false),
    Row("custom_fields_501", "is", "true", true), Row("custom_fields_501", "is", "false", false),
    Row("custom_fields_502", "greater_than", "6", true),
    Row("custom_fields_502", "is", "7.0", true),
    Row("custom_fields_502", "less_than_equal", "6", false),
    Row("custom_fields_503", "includes", "b", true),
    Row("custom_fields_503", "not_includes", "b", false),
    Row("custom_fields_599", "present", .null, false),
    Row("custom_fields_599", "not_present", .null, true),
    Row("requester.custom_fields.plan", "is", "900", true),
    Row("requester.custom_fields.plan", "is", "901", false),
    Row("requester.custom_fields.plan", "is", "gold", false),
    Row("requester.custom_fields.plan", "is_not", "901", true),
    Row("requester.custom_fields.plan", "present", .null, true),
    Row("requester.custom_fields.none", "present", .null, false),
    Row("requester.custom_fields.none", "not_present", .null, true),
    Row("requester.custom_fields.note", "is", "Loves red wine", true),
    Row("requester.custom_fields.note", "is_not", "Loves", true),
    Row("requester.custom_fields.note", "includes_words", "blue RED", true),
    Row("requester.custom_fields.note", "includes_words", "re", false),
    Row("requester.custom_fields.note", "not_includes_words", "blue", true),
    Row("requester.custom_fields.note", "not_includes_words", "wine", false),
    Row("requester.custom_fields.note", "includes_string", "ves re", true),
    Row("requester.custom_fields.note", "includes_string", "redwine", false),
    Row("requester.custom_fields.note", "not_includes_string", "white", true),
    Row("requester.custom_fields.note", "not_includes_string", "wine", false),
    Row("requester.custom_fields.age", "is", "42", true),
    Row("requester.custom_fields.age", "is_not", "42", false),
    Row("requester.custom_fields.age", "less_than", "43", true),
    Row("requester.custom_fields.age", "less_than_equal", "41", false),
    Row("requester.custom_fields.age", "greater_than", "42", false),
    Row("requester.custom_fields.age", "greater_than_equal", "42", true),
    Row("requester.custom_fields.ratio", "is", "1.5", true),
    Row("requester.custom_fields.ratio", "greater_than", "1.6", false),
    Row("requester.custom_fields.agreed", "is", "true", true),
    Row("requester.custom_fields.agreed", "is", "false", false),
    Row("requester.custom_fields.other", "is", "false", true),
    // 2027-01-15 is the sample's day.
    Row("requester.custom_fields.since", "is", "2027-01-10", true),
    Row("requester.custom_fields.since", "less_than", "2027-01-10", false),
    Row("requester.custom_fields.since", "less_than_equal", "2027-01-10", true),
    Row("requester.custom_fields.since", "greater_than", "2027-01-09", true),
    Row("requester.custom_fields.since", "within_previous_n_days", "5", true),
    Row("requester.custom_fields.since", "within_previous_n_days", "4", false),
    Row("requester.custom_fields.since", "within_next_n_days", "5", false),
    Row("organization.custom_fields.any", "present", .null, false),
    Row("organization.custom_fields.any", "not_present", .null, true),
  ]

  private static let hours = [
    Row("OPEN", "is", "5", true), Row("OPEN", "is", "4", false),
    Row("OPEN", "less_than", "6", true), Row("OPEN", "less_than", "5", false),
    Row("OPEN", "greater_than", "4", true), Row("OPEN", "greater_than", "5", false),
    Row("OPEN", "is_business_hours", "5", true),
    Row("NEW", "greater_than_business_hours", "23", true),
    Row("NEW", "less_than_business_hours", "24", false), Row("SOLVED", "less_than", "9", false),
    Row("assigned_at", "is", "2", true), Row("updated_at", "is", "0", true),
    Row("requester_updated_at", "greater_than", "0", false),
    Row("due_date", "greater_than", "0", false),
  ]

  private static let unknown = [
    Row("in_business_hours", "is", "true", true), Row("in_business_hours", "is", "false", false),
    Row("on_holiday", "is", "false", true), Row("on_holiday", "is", "true", false),
    Row("satisfaction_score", "is", "unoffered", true),
    Row("satisfaction_score", "is", "good", false),
    Row("satisfaction_score", "greater_than", "bad", false),
    Row("schedule_id", "is_not", "1", false), Row("within_schedule", "is", "1", false),
    Row("requester_twitter_verified", "is", "true", false),
    Row("sla_next_breach_at", "less_than", "9", false), Row("type", "less_than", "task", false),
  ]

  @Test(arguments: attributes + people + updates + changes + fields + hours + unknown)
  func `hold or do not`(_ row: Row) throws {
    let outcome = try #require(
      try ConditionSample().outcome(row.field, row.test, row.value)
    )
    #expect(outcome.holds == row.holds, "\(outcome)")
  }

  @Test func `say what the ticket had, and has had`() throws {
    let sample = ConditionSample()
    let outcome = try #require(try sample.outcome("status", "value", "pending"))
    #expect(
      outcome.document == [
        "group": "all", "field": "status", "operator": "value", "value": "pending",
        "actual": "open", "previous": "solved", "holds": false,
      ]
    )
    let plain = try #require(try sample.outcome("organization_id", "is", "4"))
    #expect(plain.document["actual"] == .null)
    #expect(plain.document["previous"] == nil)
    #expect(try sample.outcome("schedule_id", "is", "1")?.actual == "not emulated")
  }

  @Test(arguments: [
    ("true", false, false), ("false", true, true), ("not_relevant", true, true),
    ("requester_can_see_comment", false, true),
  ])
  func `a private comment is seen by agents alone`(
    _ value: String,
    _ toCustomer: Bool,
    _ toAgent: Bool
  ) throws {
    var sample = ConditionSample()
    sample.comment?["public"] = .boolean(false)
    #expect(
      try sample.outcome("comment_is_public", "is", .string(value))?.holds == toCustomer
    )
    sample.ticket["requester_id"] = .integer(ConditionSample.administrator)
    #expect(try sample.outcome("comment_is_public", "is", .string(value))?.holds == toAgent)
  }

  @Test(arguments: ["true", "false", "not_relevant", "requester_can_see_comment"])
  func `no comment is neither public nor private`(_ value: String) throws {
    var sample = ConditionSample()
    sample.comment = nil
    #expect(try sample.outcome("comment_is_public", "is", .string(value))?.holds == false)
    #expect(try sample.outcome("comment_includes_word", "not_includes", "x")?.holds == true)
  }

  @Test func `nobody is not who makes the update`() throws {
    var sample = ConditionSample()
    sample.ticket["assignee_id"] = .some(.null)
    #expect(try sample.outcome("assignee_id", "is", "")?.holds == true)
    #expect(try sample.outcome("assignee_id", "is", "current_user")?.holds == false)
    #expect(try sample.outcome("requester_id", "is", "assignee_id")?.holds == false)
    sample.actor = ConditionSample.administrator
    #expect(try sample.outcome("role", "is", "agent")?.holds == true)
    sample.actor = ConditionSample.customer
    #expect(try sample.outcome("role", "is", "end_user")?.holds == true)
    #expect(try sample.outcome("requester_id", "is", "current_user")?.holds == true)
  }

  @Test(arguments: [
    Row("status", "value", "open", true), Row("status", "changed", .null, true),
    Row("type", "not_changed", .null, true), Row("status", "not_value", "open", true),
    Row("organization_id", "changed", .null, false),
  ])
  func `a new ticket's values count as changed in one reading`(_ row: Row) throws {
    var sample = ConditionSample()
    sample.isNew = true
    let isNegated = row.test.hasPrefix("not_")
    let counting = try sample.outcome(row.field, row.test, row.value, creationCounts: true)
    #expect(counting?.holds == (isNegated ? !row.holds : row.holds))
    let other = try sample.outcome(row.field, row.test, row.value, creationCounts: false)
    #expect(other?.holds == isNegated)
    #expect(try sample.outcome("update_type", "is", "Create")?.holds == true)
    #expect(try sample.outcome("status", "value_previous", "open")?.holds == false)
  }
}
