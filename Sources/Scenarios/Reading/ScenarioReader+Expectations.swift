internal import Diagnostics
internal import Model
internal import Spec
internal import Values
internal import YAML

/// What is expected.
extension ScenarioReader {
  private static let subjects = [
    "sms", "ticket", "webhook", "profile", "event", "subscription", "message",
  ]

  /// The expectations of a step, and whether nothing at all is expected.
  mutating func expectations(_ entry: Findings.Entry) -> ([Expectation], excludesAll: Bool) {
    guard findings.isPlain(entry.value, label: "expect") else { return ([], false) }
    if entry.value.scalarText == "nothing" { return ([], true) }
    guard case .sequence(let nodes) = entry.value.content else {
      findings.reportWrongType(
        entry.value,
        label: "expect",
        expected: "a list of what is expected, or the word nothing"
      )
      return ([], false)
    }
    return (nodes.compactMap { expectation($0) }, false)
  }

  private mutating func expectation(_ node: Node) -> Expectation? {
    guard let form = form(node, label: "\"expect\"", keys: Self.subjects) else { return nil }
    let chosen = Self.subjects.compactMap { form[$0] }
    guard let entry = chosen.first, chosen.count == 1 else {
      if chosen.isEmpty, form.isMistyped { return nil }
      findings.report(
        "invalid-expectation",
        "Expectation of no or several things",
        "Each item of \"expect\" is about one thing. Write one of "
          + "\(Self.subjects.joined(separator: ", ")).",
        at: node.range
      )
      return nil
    }
    return subject(entry).map { Expectation(place: entry.keyRange.place, subject: $0) }
  }

  private mutating func subject(_ entry: Findings.Entry) -> Expectation.Subject? {
    switch entry.key {
    case "sms": expectedSMS(entry)
    case "ticket": expectedTicket(entry)
    case "webhook": expectedWebhook(entry)
    case "profile": expectedProfile(entry)
    case "event": expectedEvent(entry)
    case "subscription": expectedSubscription(entry)
    default: expectedMessage(entry)
    }
  }

  private mutating func expectedSMS(_ entry: Findings.Entry) -> Expectation.Subject? {
    let keys = ["to", "text", "contains", "segments"]
    guard let form = form(entry.value, label: "\"sms\"", keys: keys, required: ["to"]) else {
      return nil
    }
    let to = person(form["to"], as: .profile)
    let wording = wording(form)
    let segments = number(form["segments"], in: 1...100)
    return to.map { .sms(to: $0, text: wording, segments: segments) }
  }

  /// What a text has to be; `text` and `contains` exclude each other.
  mutating func wording(_ form: Form) -> Expectation.Wording? {
    if let text = form["text"], let contains = form["contains"] {
      findings.report(
        "conflicting-keys",
        "Conflicting keys",
        "\"text\" is the whole text, \"contains\" a part of it. Remove one of them.",
        at: max(text.keyRange, contains.keyRange)
      )
      return nil
    }
    if let whole = text(form["text"]) { return .equal(whole) }
    return text(form["contains"]).map { .containing($0) }
  }

  private func max(_ left: SourceRange, _ right: SourceRange) -> SourceRange {
    left.start < right.start ? right : left
  }

  private mutating func expectedTicket(_ entry: Findings.Entry) -> Expectation.Subject? {
    let keys = ["name", "comment"] + TicketVocabulary.readable
    guard let form = form(entry.value, label: "\"ticket\"", keys: keys, required: ["name"]) else {
      return nil
    }
    let attributes = ticketAttributes(form, TicketVocabulary.readable)
    let comment = form["comment"].flatMap { expectedComment($0) }
    guard let name = ticketName(form["name"]) else { return nil }
    tickets.insert(name)
    return .ticket(name: name, comment: comment, attributes: attributes)
  }

  private mutating func expectedComment(_ entry: Findings.Entry) -> Expectation.Comment? {
    let keys = ["text", "contains", "public", "author"]
    guard let form = form(entry.value, label: "\"comment\"", keys: keys) else { return nil }
    var author: String?
    if let entry = form["author"] {
      let isRequester = entry.value.scalarText == "requester"
      author = isRequester ? "requester" : person(entry, as: .agent)
    }
    return Expectation.Comment(
      text: wording(form),
      isPublic: boolean(form["public"]),
      author: author
    )
  }

  private mutating func expectedProfile(_ entry: Findings.Entry) -> Expectation.Subject? {
    let keys = ["user", "attributes"]
    guard let form = form(entry.value, label: "\"profile\"", keys: keys, required: keys) else {
      return nil
    }
    let user = person(form["user"], as: .profile)
    guard let attributes = members(form["attributes"]), let user else { return nil }
    return .profile(user: user, attributes: attributes)
  }

  private mutating func expectedEvent(_ entry: Findings.Entry) -> Expectation.Subject? {
    let keys = ["user", "name", "properties"]
    guard
      let form = form(entry.value, label: "\"event\"", keys: keys, required: ["user", "name"])
    else { return nil }
    let user = person(form["user"], as: .profile)
    let properties = members(form["properties"]) ?? [:]
    guard let name = text(form["name"]), let user else { return nil }
    return .event(user: user, name: name, properties: properties)
  }

  private mutating func expectedSubscription(_ entry: Findings.Entry) -> Expectation.Subject? {
    let keys = ["user", "group", "state"]
    guard let form = form(entry.value, label: "\"subscription\"", keys: keys, required: keys)
    else { return nil }
    let user = person(form["user"], as: .profile)
    let group = group(form["group"])
    let state = choice(form["state"], of: ["subscribed", "unsubscribed"])
    guard let user, let group, let state else { return nil }
    return .subscription(user: user, group: group, state: state)
  }

  private mutating func expectedMessage(_ entry: Findings.Entry) -> Expectation.Subject? {
    let keys = ["of", "user", "is", "reason"]
    guard let form = form(entry.value, label: "\"message\"", keys: keys, required: ["of", "is"])
    else { return nil }
    let of = address(form["of"], in: ["braze.campaigns", "braze.canvases"])
    let user = person(form["user"], as: .profile)
    let outcome = choice(form["is"], of: ["aborted", "failed"])
    let reason = text(form["reason"])
    guard let of, let outcome else { return nil }
    return .message(of: of, user: user, outcome: outcome, reason: reason)
  }
}
