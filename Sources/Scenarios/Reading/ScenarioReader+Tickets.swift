internal import Diagnostics
internal import Model
internal import Spec
internal import Values
internal import YAML

/// What an agent does to tickets.
extension ScenarioReader {
  mutating func reply(_ entry: Findings.Entry) -> Doing? {
    let keys = ["by", "ticket", "text", "public"]
    guard
      let form = form(
        entry.value,
        label: "\"reply\"",
        keys: keys,
        required: ["by", "ticket", "text"]
      )
    else { return nil }
    let by = person(form["by"], as: .agent)
    let ticket = knownTicket(form["ticket"])
    let isPublic = boolean(form["public"]) ?? true
    guard let text = text(form["text"]), let by, let ticket else { return nil }
    let comment: Value = ["body": .string(text), "public": .boolean(isPublic)]
    return .update(by: by, ticket: ticket, attributes: ["comment": comment])
  }

  mutating func update(_ entry: Findings.Entry) -> Doing? {
    let keys = ["by", "ticket", "comment"] + TicketVocabulary.writable
    guard
      let form = form(entry.value, label: "\"update\"", keys: keys, required: ["by", "ticket"])
    else { return nil }
    let by = person(form["by"], as: .agent)
    let ticket = knownTicket(form["ticket"])
    var attributes = ticketAttributes(form, TicketVocabulary.writable)
    attributes["comment"] = form["comment"].flatMap { comment($0) }
    guard let by, let ticket else { return nil }
    return .update(by: by, ticket: ticket, attributes: attributes)
  }

  mutating func create(_ entry: Findings.Entry) -> Doing? {
    let keys = ["by", "ticket", "text", "public"] + TicketVocabulary.writable
    guard
      let form = form(
        entry.value,
        label: "\"create\"",
        keys: keys,
        required: ["by", "ticket", "text"]
      )
    else { return nil }
    let by = person(form["by"], as: .agent)
    let isPublic = boolean(form["public"]) ?? true
    var attributes = ticketAttributes(form, TicketVocabulary.writable)
    let ticket = newTicket(form["ticket"])
    guard let text = text(form["text"]), let by, let ticket else { return nil }
    attributes["comment"] = ["body": .string(text), "public": .boolean(isPublic)]
    return .create(by: by, ticket: ticket, attributes: attributes)
  }

  private mutating func comment(_ entry: Findings.Entry) -> Value? {
    guard
      let form = form(
        entry.value,
        label: "\"comment\"",
        keys: ["text", "public"],
        required: ["text"]
      )
    else { return nil }
    let isPublic = boolean(form["public"]) ?? true
    return text(form["text"]).map { ["body": .string($0), "public": .boolean(isPublic)] }
  }

  /// The attributes of a ticket that `form` has, checked where a name or a choice is expected.
  mutating func ticketAttributes(_ form: Form, _ names: [String]) -> Members {
    var attributes = Members()
    for name in names {
      guard let entry = form[name] else { continue }
      switch name {
      case "status", "priority", "type":
        attributes[name] =
          entry.value.isPlainNull
          ? .null : choice(entry, of: TicketVocabulary.choices[name] ?? []).map(Value.string)
      case "assignee":
        attributes[name] =
          entry.value.isPlainNull ? .null : person(entry, as: .agent).map(Value.string)
      case "group":
        attributes[name] = entry.value.isPlainNull ? .null : ticketGroup(entry)
      case "requester": attributes[name] = requester(entry)
      case "custom_fields": attributes[name] = customFields(entry)
      default: attributes[name] = value(of: entry.value, label: name)
      }
    }
    return attributes
  }

  private mutating func ticketGroup(_ entry: Findings.Entry) -> Value? {
    guard let name = text(entry) else { return nil }
    return resource(named: name, in: "zendesk", "groups", at: entry.value.range)
      .map { .string($0.description) }
  }

  /// An agent by name, or members as Zendesk's API has them.
  private mutating func requester(_ entry: Findings.Entry) -> Value? {
    if case .scalar = entry.value.content {
      return person(entry, as: .agent).map(Value.string)
    }
    return members(entry).map(Value.object)
  }

  private mutating func customFields(_ entry: Findings.Entry) -> Value? {
    guard let entries = findings.entries(of: entry.value, label: entry.key) else { return nil }
    var fields = Members()
    for part in entries {
      let address = resource(
        named: part.key,
        in: "zendesk",
        "ticket_fields",
        at: part.keyRange
      )
      let value = value(of: part.value, label: part.key)
      if let address, let value { fields[address.description] = value }
    }
    return .object(fields)
  }

  /// The name of a ticket that an earlier step gave.
  private mutating func knownTicket(_ entry: Findings.Entry?) -> String? {
    guard let entry, let name = text(entry) else { return nil }
    guard !tickets.contains(name) else { return name }
    let names = tickets.sorted()
    findings.report(
      "unknown-ticket",
      "Unknown ticket",
      "No earlier step gives a ticket the name \"\(name)\": a \"ticket\" that is expected does, or "
        + "\"create\"." + findings.suggestion(for: name, in: names)
        + (names.isEmpty ? "" : " There are \(names.joined(separator: ", "))."),
      at: entry.value.range
    )
    return nil
  }

  /// A name that no ticket has yet.
  private mutating func newTicket(_ entry: Findings.Entry?) -> String? {
    guard let entry, let name = ticketName(entry) else { return nil }
    guard tickets.insert(name).inserted else {
      findings.report(
        "duplicate-ticket",
        "Ticket name used twice",
        "A ticket is called \"\(name)\" already. Give this one another name.",
        at: entry.value.range
      )
      return nil
    }
    return name
  }

  mutating func ticketName(_ entry: Findings.Entry?) -> String? {
    guard let entry, let name = text(entry) else { return nil }
    guard Address.isName(name), roles[name] == nil else {
      findings.report(
        "invalid-name",
        "Invalid name",
        "\"\(name)\" cannot be a name here. A ticket's name consists of a-z, 0-9 and \"_\", and is no "
          + "person's.",
        at: entry.value.range
      )
      return nil
    }
    return name
  }
}
