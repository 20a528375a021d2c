internal import Model
internal import Values

/// What the names of a scenario stand for in the accounts.
struct Cast: Sendable {
  let ids: [Address: String]
  /// The users of Zendesk's, by the names of agents.
  var agents: [String: Int] = [:]
  /// By the names of people.
  var profiles: [String: Persona] = [:]
  /// The tickets' numbers, by their names.
  var tickets: [String: String] = [:]

  /// How a profile is found.
  struct Persona: Sendable {
    /// "" until it is known.
    var brazeID: String = ""
    var externalID: String?
    var phone: String?
    var email: String?

    /// The member that names it in a request of Braze's API.
    var address: Members {
      if let externalID { return ["external_id": .string(externalID)] }
      if let email { return ["email": .string(email)] }
      return phone.map { ["phone": .string($0)] } ?? [:]
    }
  }

  /// What `{name}` stands for.
  func meaning(of name: String) -> String? {
    if let ticket = tickets[name] { return ticket }
    if let agent = agents[name] { return String(agent) }
    if let profile = profiles[name] { return profile.externalID ?? profile.brazeID }
    return Address(name).flatMap { ids[$0] }
  }

  func filled(_ text: String) -> String { Placeholders.filled(text) { meaning(of: $0) } }

  /// `value` with the names in its texts replaced; a text that is nothing but the name of a ticket or
  /// an agent becomes their number.
  func filled(_ value: Value) -> Value {
    switch value {
    case .string(let text):
      if Placeholders.isWhole(text), let number = Int(filled(text)) { return .integer(number) }
      return .string(filled(text))
    case .list(let items): return .list(items.map { filled($0) })
    case .object(let members): return .object(members.mapValues { filled($0) })
    default: return value
    }
  }

  /// The name of the ticket with this number.
  func ticketName(_ number: String) -> String? { tickets.first { $0.value == number }?.key }
}
