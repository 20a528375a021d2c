internal import Model
internal import Values

/// A request with a body that a resource of the spec sends: where it goes and what it holds.
struct Sending: Sendable {
  let sender: Address
  let destination: Destination
  let body: Value
  /// Where the body is written, in the sender.
  let path: ValuePath

  /// What a rule sends by a webhook; nil where it sends no body.
  init?(_ call: Survey.Call) {
    guard call.sendsBody, let body = call.body else { return nil }
    sender = call.rule.address
    destination = call.destination
    self.body = body
    path = call.bodyPath
  }

  /// What a resource sends itself, by the `body` beside `url`; nil where there is none.
  init?(_ url: WrittenURL) {
    guard let body = url.neighbours["body"] else { return nil }
    sender = url.address
    destination = url.destination
    self.body = body
    path = url.neighboursPath.appending("body")
  }
}
