import Testing
import Values

@testable import Emulator

@Suite struct `Placeholders` {
  private static let dashes = String(repeating: "-", count: 46)

  /// A ticket with three comments, the newest of which is private.
  private static func sample() -> ConditionSample {
    var sample = ConditionSample()
    let people: [(Int, Members)] = [
      (
        ConditionSample.agent,
        ["name": "Ann Lee", "email": "ann@example.com", "signature": "A.", "tags": ["x", "y"]]
      ),
      (
        ConditionSample.customer,
        ["name": "Bob", "phone": "+15550100", "external_id": "u-1", "notes": "N"]
      ),
    ]
    for (id, members) in people {
      sample.state.users[String(id)] = sample.state.users[String(id)]?.merging(members)
    }
    sample.state.groups["77"] = ["id": 77, "name": "Second"]
    sample.state.ticketFields["500"]?["custom_field_options"] = [
      ["id": 1, "name": "Free of charge", "value": "free"]
    ]
    let comments: [(Int, Int, Bool, String)] = [
      (1, ConditionSample.customer, true, "It broke"),
      (2, ConditionSample.agent, true, "Say \"when\""), (3, ConditionSample.agent, false, "Hm"),
    ]
    for (id, author, isPublic, text) in comments {
      sample.state.ticketComments[String(id)] = [
        "id": .integer(id), "author_id": .integer(author), "public": .boolean(isPublic),
        "body": .string(text), "plain_body": .string(text),
        "created_at": .string("2027-01-15T08:0\(id):00Z"),
        "attachments": id == 2 ? [["file_name": "a.png", "content_url": "https://x/a"]] : [],
      ]
    }
    sample.ticket = sample.ticket.merging([
      "comment_ids": [1, 2, 3], "created_at": "2027-01-15T08:01:00Z",
      "updated_at": "2027-01-15T08:03:00Z", "external_id": "E", "submitter_id": 11,
      "due_at": "2027-03-04T05:06:00Z", "email_cc_ids": [11],
    ])
    sample.state.tickets["1"] = sample.ticket
    return sample
  }

  private static func rendered(_ text: String) -> (text: String?, state: ZendeskState) {
    let sample = sample()
    var state = sample.state
    let event = TicketEvent(
      ticket: "1",
      before: [:],
      comment: nil,
      actor: ConditionSample.administrator,
      via: 0,
      entry: 1
    )
    guard let moment = RuleMoment(event, state, now: ConditionSample.now) else {
      return (nil, state)
    }
    let rule = RuleReference(type: .trigger, rule: ["id": 1, "title": "T"], entry: 1)
    let texts = ActionTexts(rule: rule, moment: moment)
    return (texts.rendered(text, forServer: false, &state), state)
  }

  private static let ticket = [
    ("{{ticket.id}}", "1"), ("{{ticket.title}}", "My printer's broken"),
    ("{{ticket.status}}", "Open"), ("{{ticket.priority}}", "High"),
    ("{{ticket.ticket_type}}", "Problem"), ("{{ticket.tags}}", "vip sms"),
    ("{{ticket.via}}", "Web form"), ("{{ticket.external_id}}", "E"),
    ("{{ticket.account}}", "Zendesk"), ("{{ticket.group.name}}", "Second"),
    ("{{ticket.link}}", "https://zendesk.localhost/agent/tickets/1"),
    ("{{ticket.url}}", "zendesk.localhost/agent/tickets/1"),
    ("{{ticket.url_with_protocol}}", "https://zendesk.localhost/agent/tickets/1"),
    ("{{ticket.created_at}}", "January 15, 2027"),
    ("{{ticket.created_at_with_time}}", "January 15, 2027 at 08:01"),
    ("{{ticket.created_at_with_timestamp}}", "2027-01-15T08:01:00Z"),
    ("{{ticket.updated_at_with_timestamp}}", "2027-01-15T08:03:00Z"),
    ("{{ticket.due_date}}", "March 4, 2027"),
    ("{{ticket.due_date_with_timestamp}}", "2027-03-04T05:06:00Z"),
    ("{{ticket.cc_names}}", "Ann Lee"), ("{{ticket.ccs.first.email}}", "ann@example.com"),
    ("{{ticket.in_business_hours}}", "true"), ("{{ticket.current_holiday_name}}", ""),
    ("{{ticket.ticket_field_500}}", "free"),
    ("{{ticket.ticket_field_option_title_500}}", "Free of charge"),
    ("{{ticket.ticket_field_503}}", "a b"), ("{{ticket.organization.name}}", ""),
    ("{{ticket.score}}", ""), ("{{ticket.Title}}", ""), ("{{nothing.of.this}}", ""),
    ("{{satisfaction.current_rating}}", ""),
  ]

  private static let people = [
    ("{{ticket.requester.name}}", "Bob"), ("{{ticket.requester.first_name}}", "Bob"),
    ("{{ticket.requester.last_name}}", ""), ("{{ticket.requester.phone}}", "+15550100"),
    ("{{ticket.requester.external_id}}", "u-1"), ("{{ticket.requester.notes}}", "N"),
    ("{{ticket.requester.role}}", "end-user"), ("{{ticket.requester.id}}", "12"),
    ("{{ticket.assignee.first_name}}", "Ann"), ("{{ticket.assignee.last_name}}", "Lee"),
    ("{{ticket.assignee.email}}", "ann@example.com"), ("{{ticket.assignee.tags}}", "x y"),
    ("{{ticket.assignee.extended_role}}", "Agent"), ("{{ticket.submitter.signature}}", "A."),
    ("{{ticket.assignee.time_zone}}", "Berlin"),
    ("{{ticket.assignee.language}}", "English (United States)"),
    ("{{current_user.name}}", "User 13"), ("{{current_user.role}}", "admin"),
    ("{{ticket.requester.custom_fields.plan}}", "gold"),
    ("{{ticket.requester.custom_fields.plan.title}}", "Gold"),
    ("{{ticket.requester.custom_fields.plan.value}}", "gold"),
    ("{{ticket.requester.custom_fields.note}}", "Loves red wine"),
    ("{{ticket.requester.custom_fields.age}}", "42"),
    ("{{ticket.requester.custom_fields.since}}", "2027-01-10"),
    ("{{ticket.requester.custom_fields.agreed}}", "true"),
    ("{{ticket.requester.custom_fields.unheard}}", ""),
  ]

  private static let comments = [
    ("{{ticket.latest_comment}}", "Hm"), ("{{ticket.latest_comment.value}}", "Hm"),
    ("{{ticket.latest_comment.is_public}}", "false"),
    ("{{ticket.latest_public_comment}}", "Say \"when\""),
    ("{{ticket.latest_public_comment.author.name}}", "Ann Lee"),
    ("{{ticket.latest_public_comment}} {{ ticket.latest_public_comment.id }}", "Say \"when\" 2"),
    ("{{ticket.latest_public_comment.created_at}}", "January 15, 2027"),
    ("{{ticket.latest_public_comment.created_at_with_time}}", "January 15, 2027 at 08:02"),
    ("{{ticket.latest_public_comment.attachments[0].filename}}", "a.png"),
    ("{{ticket.latest_comment_formatted}}", "\(dashes)\n\nAnn Lee, Jan 15, 2027, 08:03\n\nHm"),
    ("{{ticket.description}}", "\(dashes)\n\nBob, Jan 15, 2027, 08:01\n\nIt broke"),
    ("{{ticket.verbatim_description}}", "It broke"),
    (
      "{% for comment in ticket.comments %}{{comment.author.first_name}}:{{comment.value}};"
        + "{% endfor %}",
      "Ann:Hm;Ann:Say \"when\";Bob:It broke;"
    ),
    ("{{ticket.public_comments[0].value}}", "Say \"when\""),
    ("{{ticket.public_comments.size}}", "2"),
    (
      "{{ticket.public_comments_formatted}}",
      "\(dashes)\n\nAnn Lee, Jan 15, 2027, 08:02\n\nSay \"when\"\n\n"
        + "\(dashes)\n\nBob, Jan 15, 2027, 08:01\n\nIt broke"
    ),
    ("{{ticket.latest_public_comment | upcase}}", "SAY \"WHEN\""),
    ("{% if ticket.status == 'Open' %}yes{% else %}no{% endif %}", "yes"),
    ("latest_comment.value stays", "latest_comment.value stays"),
  ]

  @Test(arguments: ticket + people + comments)
  func `leave what they stand for`(_ template: String, _ expected: String) {
    #expect(Self.rendered(template).text == expected)
  }

  @Test(arguments: [
    ("{{ticket.latest_public_comment}}", false), ("{{ticket.latest_comment.value}}", false),
    ("{{ticket.latest_comment_formatted}}", false), ("{{ticket.latest_comment_html}}", true),
    ("{{ticket.latest_public_comment_rich}}", true), ("{{ticket.description}}", true),
    ("{{ticket.latest_public_comment_html | size | times: 0}}", false),
  ])
  func `ask how comments are shown where it decides`(_ template: String, _ isAsked: Bool) {
    let touched = Self.rendered(template).state.life.readings.touched
    #expect(touched == (isAsked ? [.zendeskCommentPlaceholder] : []))
  }

  @Test func `that cannot be rendered are told`() {
    let (text, state) = Self.rendered("ok\n{{ ticket.id | date: }")
    #expect(text == nil)
    let entry = state.life.chronicle.entries(after: 0).first?.document
    #expect(entry?["type"] == "template_failed")
    #expect(entry?["reason"]?.text?.contains("line 2") == true)
  }
}
