package import Model
package import Values

/// What is done in a step.
package indirect enum Doing: Sendable {
  /// An SMS comes in.
  case sms(from: String, group: Address, text: String)
  /// An agent changes a ticket in the browser; the attributes are named as a scenario names them.
  case update(by: String, ticket: String, attributes: Members)
  /// An agent opens a ticket in the browser.
  case create(by: String, ticket: String, attributes: Members)
  /// Another client of an API.
  case request(system: String, method: String, path: String, json: Value?)
  case event(user: String, name: String, properties: Members)
  case attributes(user: String, values: Members)
  /// Time passes, in seconds.
  case wait(Int)
  /// Something that shall go wrong, as the emulator's door takes it.
  case fault(Value)
  /// All at one moment: nothing comes of the first before the last is done.
  case together([Doing])

  /// Whether nothing is done but to let time pass.
  var isWait: Bool { if case .wait = self { true } else { false } }
}
