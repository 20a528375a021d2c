import Platform
import Values

@testable import Emulator

/// An account with people and fields, and a ticket in the middle of an update.
struct ConditionSample {
  static let now = 1_800_000_000
  static let agent = 11
  static let customer = 12
  static let administrator = 13

  var state = ZendeskState.fresh(now: now)
  var ticket: Members = [
    "id": 1, "subject": "My printer's broken", "status": "open", "type": "problem",
    "priority": "high", "group_id": 77, "assignee_id": .integer(agent),
    "requester_id": .integer(customer), "organization_id": .null, "brand_id": 5,
    "ticket_form_id": 6, "custom_status_id": 9, "tags": ["vip", "sms"], "is_public": true,
    "recipient": "help@example.com", "due_at": .null,
    "via": ["channel": "web"], "email_cc_ids": [],
    "custom_fields": [
      ["id": 500, "value": "free"], ["id": 501, "value": true], ["id": 502, "value": 7],
      ["id": 503, "value": ["a", "b"]],
    ],
    "metrics": [
      "reopens": 2, "replies": 3, "assignee_stations": 1, "group_stations": 4,
      "assigned_at": .integer(now - 7200), "updated_at": .integer(now - 3599),
      "requester_updated_at": .null,
      "since": ["open": .integer(now - 5 * 3600), "new": .integer(now - 24 * 3600)],
    ],
  ]
  var before: Members?
  var comment: Members? = [
    "public": true, "body": "Thanks, we'll CALL you back.", "attachments": [],
  ]
  var actor = agent
  var isNew = false

  init() {
    before = ticket.merging([
      "status": "solved", "priority": .null, "assignee_id": .null, "tags": ["sms"],
    ])
    let people: [(Int, String, Members)] = [
      (Self.agent, "agent", [:]),
      (
        Self.customer, "end-user",
        [
          "plan": "gold", "note": "Loves red wine", "age": 42, "since": "2027-01-10T00:00:00Z",
          "agreed": true, "ratio": .decimal("1.50"),
        ]
      ),
      (Self.administrator, "admin", [:]),
    ]
    for (id, role, fields) in people {
      state.users[String(id)] = [
        "id": .integer(id), "name": .string("User \(id)"), "role": .string(role),
        "locale_id": 1, "time_zone": "Berlin", "user_fields": .object(fields),
      ]
    }
    let types = [
      ("plan", "dropdown"), ("note", "text"), ("age", "integer"), ("since", "date"),
      ("agreed", "checkbox"), ("other", "checkbox"), ("ratio", "decimal"), ("none", "text"),
    ]
    for (index, field) in types.enumerated() {
      var members: Members = ["key": .string(field.0), "type": .string(field.1)]
      if field.0 == "plan" {
        members["custom_field_options"] = [
          ["id": 900, "name": "Gold", "value": "gold"],
          ["id": 901, "name": "Silver", "value": "silver"],
        ]
      }
      state.userFields[String(index)] = members
    }
    let kinds = [(500, "tagger"), (501, "checkbox"), (502, "integer"), (503, "multiselect")]
    for (id, type) in kinds {
      state.ticketFields[String(id)] = ["id": .integer(id), "type": .string(type)]
    }
    for id in 2...3 {
      state.tickets[String(id)] = ["id": .integer(id), "problem_id": 1, "status": "open"]
    }
  }

  func outcome(
    _ field: String,
    _ test: String,
    _ value: Value,
    creationCounts: Bool = true
  ) throws -> ConditionOutcome? {
    var state = state
    state.tickets["1"] = ticket
    let event = TicketEvent(
      ticket: "1",
      before: isNew ? nil : before,
      comment: comment,
      actor: actor,
      via: ViaChannel.api.id,
      entry: 1
    )
    return RuleMoment(event, state, now: Self.now).map { moment in
      ConditionRun(moment: moment, state: state, creationCounts: creationCounts)
        .outcome(
          ["field": .string(field), "operator": .string(test), "value": value],
          group: "all"
        )
    }
  }
}
