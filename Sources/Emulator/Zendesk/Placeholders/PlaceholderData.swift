internal import Values

/// What the placeholders of a rule's texts stand for.
///
/// <https://support.zendesk.com/hc/en-us/articles/4408886858138>: names are case-sensitive, and
/// one that is unknown leaves nothing.
struct PlaceholderData {
  let moment: RuleMoment
  let state: ZendeskState
  /// How comments are shown, see `OpenFact.zendeskCommentPlaceholder`.
  let commentReading: String

  func members(for template: PlaceholderTemplate) -> Members {
    let people = PlaceholderPeople(state: state)
    let actor = people.user(moment.actor)
    let requester = people.user(moment.ticket["requester_id"]?.integer)
    var ticket = plain.merging(related(people))
    for (id, _) in TicketChange.customFields(moment.ticket) {
      let data = CustomFieldData(ofTicket: moment.ticket, id: id, state)
      ticket["ticket_field_\(id)"] = .string(data.texts.joined(separator: " "))
      let titles = data.optionTitles.joined(separator: ", ")
      ticket["ticket_field_option_title_\(id)"] = .string(titles)
    }
    if template.mentionsComments {
      ticket = ticket.merging(PlaceholderComments(self, for: template).members)
    }
    return [
      "ticket": .object(ticket), "current_user": actor, "agent": actor, "user": requester,
      "account": ["name": .string(account)],
      // Nobody is in an organization here, and nobody is asked how satisfied they are.
      "organization": .null, "satisfaction": .null,
    ]
  }

  /// The name of the account is that of its first brand.
  private var account: String { brand(where: { $0["default"] == true }) }

  private func brand(where isIt: (Members) -> Bool) -> String {
    state.brands.objects.values.first(where: isIt)?["name"]?.text ?? ""
  }

  private var plain: Members {
    let ticket = moment.ticket
    let path = "zendesk.localhost/agent/tickets/\(moment.id)"
    let members: Members = [
      "id": .integer(Int(moment.id) ?? 0), "encoded_id": .string(encodedID),
      "title": ticket["subject"] ?? .null,
      "status": Self.title(ticket["status"]), "priority": Self.title(ticket["priority"]),
      "ticket_type": Self.title(ticket["type"]),
      "custom_status": Self.title(ticket["status"]),
      "tags": .string((ticket["tags"]?.items ?? []).compactMap(\.text).joined(separator: " ")),
      "via": .string(Self.channel(of: ticket)), "score": .null,
      "external_id": ticket["external_id"] ?? .null, "account": .string(account),
      "url": .string(path), "link": .string("https://\(path)"),
      "url_with_protocol": .string("https://\(path)"),
      // An account without schedules has business hours all the time and no holidays.
      "in_business_hours": "true", "current_holiday_name": .null,
    ]
    return members.merging(PlaceholderTime.members("created_at", ticket["created_at"]))
      .merging(PlaceholderTime.members("updated_at", ticket["updated_at"]))
      .merging(PlaceholderTime.members("due_date", ticket["due_at"]))
  }

  private func related(_ people: PlaceholderPeople) -> Members {
    let ticket = moment.ticket
    let copied = (ticket["email_cc_ids"]?.items ?? []).map { people.user($0.integer) }
    let names = copied.compactMap { $0["name"]?.text }
    let form = ticket["ticket_form_id"]?.scalarText.flatMap { state.ticketForms[$0]?["name"] }
    let group = ticket["group_id"]?.scalarText.flatMap { state.groups[$0]?["name"] }
    let brand = brand { $0["id"] == ticket["brand_id"] }
    return [
      "requester": people.user(ticket["requester_id"]?.integer),
      "assignee": people.user(ticket["assignee_id"]?.integer),
      "submitter": people.user(ticket["submitter_id"]?.integer),
      "cc_names": .string(names.joined(separator: ", ")), "ccs": .list(copied),
      "ticket_form": form ?? .null, "group": ["name": group ?? .null],
      "brand": ["name": .string(brand)], "organization": .null,
    ]
  }

  /// Letters and digits that lead back to the ticket, as mails have them.
  private var encodedID: String {
    let digits = String(UInt64(bitPattern: Int64(moment.id.hashCode)), radix: 36, uppercase: true)
    let code = String((String(repeating: "0", count: 13) + digits).suffix(11))
    return "\(code.prefix(6))-\(code.dropFirst(6).prefix(4))"
  }

  /// Zendesk shows these to people, so that they are taken to be written as its pages write them:
  /// `Open`, `On-hold`. That is unconfirmed.
  private static func title(_ value: Value?) -> Value {
    guard let text = value?.text, let first = text.first else { return .null }
    return .string(text == "hold" ? "On-hold" : first.uppercased() + text.dropFirst())
  }

  private static func channel(of ticket: Members) -> String {
    let word = ticket["via"]?["channel"]?.text ?? ""
    // What agents read differs from the API's words in these.
    let titles = ["web": "Web form", "api": "Web service", "email": "Mail"]
    let plain = word.split(separator: "_").joined(separator: " ")
    return titles[word] ?? plain.prefix(1).uppercased() + plain.dropFirst()
  }
}

extension String {
  /// The same in every run.
  fileprivate var hashCode: Int { utf8.reduce(5381) { $0 &* 6_364_136_223_846_793_005 &+ Int($1) } }
}
