internal import HTTPTypes
internal import Model
internal import Values

/// Does what a step says.
struct Player {
  let visit: Visit
  private(set) var cast: Cast

  /// In seconds, where /users/track takes effect later than its answer.
  private static let trackingTime = 2

  init(visit: Visit, cast: Cast) {
    self.visit = visit
    self.cast = cast
  }

  /// Lets a ticket be spoken of by a name.
  mutating func name(_ ticket: String, _ name: String) { cast.tickets[name] = ticket }

  /// - Throws: `Visit.Refusal` where it was not taken.
  mutating func perform(_ doing: Doing) async throws(Visit.Refusal) {
    switch doing {
    case .sms(let from, let group, let text):
      let message: Value = [
        "from": .string(cast.profiles[from]?.phone ?? ""),
        "subscription_group_id": .string(cast.ids[group] ?? ""), "body": .string(text),
      ]
      try await visit.door(.post, "braze/inbound_sms", message)
    case .update(let by, let ticket, let attributes):
      let number = try number(of: ticket)
      try await visit.door(.put, "zendesk/tickets/\(number)", form(by, attributes))
    case .create(let by, let ticket, let attributes):
      let answer = try await visit.door(.post, "zendesk/tickets", form(by, attributes))
      guard let id = answer["ticket"]?["id"]?.scalarText else {
        throw Visit.Refusal(explanation: "Zendesk did not say the number of its new ticket.")
      }
      cast.tickets[ticket] = id
    case .request(let system, let method, let path, let json):
      try await visit.send(
        HTTPRequest.Method(method) ?? .get,
        system,
        cast.filled(path),
        json.map { cast.filled($0) }
      )
    case .event(let user, let name, let properties):
      try await track(event: name, of: user, cast.filled(.object(properties)))
    case .attributes(let user, let values):
      let written = cast.filled(.object(values)).members ?? [:]
      let object = (cast.profiles[user]?.address ?? [:]).merging(written)
      try await track(["attributes": [.object(object)]])
    case .wait(let seconds): try await visit.door(.post, "clock", ["seconds": .integer(seconds)])
    case .fault(let fault): try await visit.door(.post, "faults", ["faults": [fault]])
    case .together(let doings): try await performAtOnce(doings)
    }
  }

  /// What is due is let go also where one of `doings` was not taken.
  private mutating func performAtOnce(_ doings: [Doing]) async throws(Visit.Refusal) {
    try await visit.door(.post, "hold")
    do throws(Visit.Refusal) {
      for doing in doings { try await perform(doing) }
    } catch {
      try await visit.door(.delete, "hold")
      throw error
    }
    try await visit.door(.delete, "hold")
  }

  private func track(
    event name: String,
    of user: String,
    _ properties: Value
  ) async throws(Visit.Refusal) {
    var event = cast.profiles[user]?.address ?? [:]
    event["name"] = .string(name)
    event["time"] = try await visit.door(.get, "clock")["now"] ?? .null
    if properties != [:] { event["properties"] = properties }
    try await track(["events": [.object(event)]])
  }

  /// What a scenario tracks has taken effect when the step is over, however long that takes Braze.
  private func track(_ objects: Value) async throws(Visit.Refusal) {
    try await visit.send(.post, "braze", "/users/track", objects)
    try await visit.door(.post, "clock", ["seconds": .integer(Self.trackingTime)])
  }

  private func number(of ticket: String) throws(Visit.Refusal) -> String {
    guard let number = cast.tickets[ticket] else {
      throw Visit.Refusal(
        explanation: "There is no ticket called \(ticket): the step that was to name it made none."
      )
    }
    return number
  }

  /// What an agent's browser sends.
  private func form(_ agent: String, _ attributes: Members) -> Value {
    var ticket = Members()
    for (name, value) in attributes {
      switch name {
      case "assignee": ticket["assignee_id"] = user(value)
      case "requester":
        if value.members == nil {
          ticket["requester_id"] = user(value)
        } else {
          ticket["requester"] = cast.filled(value)
        }
      case "group": ticket["group_id"] = number(value)
      case "custom_fields":
        ticket["custom_fields"] = .list(
          (value.members ?? [:]).map { ["id": number(.string($0.key)), "value": $0.value] }
        )
      default: ticket[name] = value
      }
    }
    return ["as": .integer(cast.agents[agent] ?? 0), "ticket": .object(ticket)]
  }

  private func user(_ name: Value) -> Value {
    name.text.flatMap { cast.agents[$0] }.map { .integer($0) } ?? .null
  }

  /// The id of the resource at this address, as Zendesk takes it.
  private func number(_ address: Value) -> Value {
    let id = address.text.flatMap { Address($0) }.flatMap { cast.ids[$0] }
    return id.map { text in Int(text).map { .integer($0) } ?? .string(text) } ?? .null
  }
}
