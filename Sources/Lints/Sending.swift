internal import Liquid
internal import Model
internal import Values

/// A request with a body that a resource of the spec sends: where it goes and what it holds.
struct Sending: Sendable {
  let sender: Address
  let destination: Destination
  /// The JSON of the body; nil where there is none in it.
  let json: BodyNode?
  /// The body, where it is written as text.
  private let template: Template?

  /// What a rule sends to Braze or Zendesk by a webhook; nil where it sends no body.
  init?(_ call: Survey.Call) {
    guard call.sendsBody, let body = call.body, call.destination != .elsewhere else { return nil }
    sender = call.rule.address
    destination = call.destination
    template = body.text.map { Template($0, dialect: .widest) }
    json = BodyNode(body, template, at: call.bodyPath)
  }

  /// What a campaign or a step of a Canvas sends.
  init(_ request: BrazeRequest) {
    sender = request.address
    destination = request.url.destination
    template = request.filled == nil ? nil : request.texts.first?.template
    json = request.body
  }

  /// What `node`, a text of the JSON, says, and at which byte of the text at its path: itself, or what
  /// the template gives the name that it fills in.
  func texts(of node: BodyNode) -> [(text: String, offset: Int?)] {
    guard let text = node.text else { return [] }
    guard text.hasPrefix("{{") else { return [(text, node.offset)] }
    let index = TemplateIndex(template ?? Template(text, dialect: .widest))
    let start = node.offset ?? 0
    let range = start..<(start + text.utf8.count)
    let literals = index.outputs.first { $0.range == range }.map(index.literals(of:)) ?? []
    return literals.compactMap { literal in
      // Behind the quote.
      literal.literal?.text.map { ($0, literal.range.lowerBound + 1) }
    }
  }
}
