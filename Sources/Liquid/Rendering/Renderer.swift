internal import Diagnostics
internal import Values

/// One rendering: walks a template's tree, and leaves text.
struct Renderer {
  /// What ends a loop's turn early, or the loop.
  enum Interrupt { case stop, skip }

  let data: Members
  let options: RenderOptions
  let meter: Meter

  /// What is being rendered: the template, or a content block in it.
  var template: Template
  /// The name of that block.
  var block: String?
  /// How many blocks are around.
  var blockDepth = 0
  /// What is at work, for a message.
  var place: Range<Int> = 0..<0

  /// What `assign` and `capture` named.
  var assigned: [String: Datum] = [:]
  /// What `increment` and `decrement` count.
  var counters: [String: Int] = [:]
  /// The names that loops give, innermost last.
  var scopes: [[String: Datum]] = []
  /// The `forloop` of each loop around, innermost last.
  var loops: [Value] = []
  /// Where each loop ended, for `offset: continue`.
  var ends: [String: Int] = [:]
  /// Which value comes next in each cycle.
  var turns: [String: Int] = [:]
  /// What the last `ifchanged` left.
  var lastChange: String?
  /// Blocks that were read, by name.
  var blocks: [String: Template] = [:]
  /// How many captures are around.
  var captureDepth = 0

  init(_ template: Template, data: Members, options: RenderOptions) {
    self.template = template
    self.data = data
    self.options = options
    meter = Meter(options.limits)
  }

  var dialect: Dialect { template.dialect }

  mutating func render() throws(RenderError) -> Rendering {
    do throws(Halt) {
      try requireSound(template)
      var text = ""
      _ = try render(template.root, into: &text)
      return .text(text)
    } catch {
      switch error {
      case .abort(let reason): return .aborted(reason: reason)
      case .fault(let fault): throw RenderError(fault, at: place, in: template, block: block)
      }
    }
  }

  /// What is malformed is no template: Braze refuses it, and Liquid leaves out what it cannot read.
  func requireSound(_ template: Template) throws(Halt) {
    guard template.problems.count < Limits.problems else {
      throw .fault(
        Fault(.limit, "This has \(Limits.problems) problems or more, and is not read to its end.")
      )
    }
    for problem in template.problems {
      let isFilter = problem.code == .unknownFilter
      if isFilter ? options.isStrict : problem.severity == .error {
        throw .fault(Fault(problem))
      }
    }
  }

  /// Leaves in `text` what `block` comes to.
  ///
  /// - Returns: what a `break` or `continue` in it asks of the loop around.
  mutating func render(_ block: Block, into text: inout String) throws(Halt) -> Interrupt? {
    for node in block.nodes {
      place = node.range
      try meter.charge(steps: 1)
      if let interrupt = try render(node, into: &text) { return interrupt }
      try meter.check(size: text.utf8.count)
    }
    return nil
  }

  private mutating func render(_ node: Node, into text: inout String) throws(Halt) -> Interrupt? {
    switch node.form {
    case .text(let plain), .raw(let plain): try append(plain, to: &text)
    case .output(let output): try render(output, into: &text)
    case .assign(let name, let pipeline): assigned[name.text] = try evaluate(pipeline)
    case .capture(let name, let body): return try capture(name, body)
    case .conditional(let branches): return try render(branches, into: &text)
    case .choice(let subject, let branches):
      return try render(branches, for: subject, into: &text)
    case .loop(let loop, let body, let otherwise):
      return try render(loop, node.range, body, otherwise, into: &text)
    case .stop: return .stop
    case .skip: return .skip
    case .cycle(let cycle): try append(turn(of: cycle, at: node.range), to: &text)
    case .count(let name, let step): try append(count(name, step), to: &text)
    case .ifChanged(let body): return try renderIfChanged(body, into: &text)
    case .comment: break
    case .abort(let reason): try abort(reason)
    case .call(let call): throw .unsupported(Self.refusal(of: call))
    // Reading reports it, so that nothing gets here.
    case .unknown, .broken: break
    }
    return nil
  }

  /// Leaves `part` in `text`.
  func append(_ part: String, to text: inout String) throws(Halt) {
    try meter.charge(part.utf8.count)
    text += part
  }

  private mutating func render(_ output: Output, into text: inout String) throws(Halt) {
    let part = try evaluate(output.pipeline).output(meter)
    let isEscaped = options.escapesForJSON && captureDepth == 0
    try append(isEscaped ? JSONText.escaped(part) : part, to: &text)
  }

  private mutating func capture(_ name: Name, _ body: Block) throws(Halt) -> Interrupt? {
    var text = ""
    captureDepth += 1
    let interrupt = try render(body, into: &text)
    captureDepth -= 1
    assigned[name.text] = .text(text)
    return interrupt
  }

  private mutating func renderIfChanged(
    _ body: Block,
    into text: inout String
  ) throws(Halt) -> Interrupt? {
    var change = ""
    let interrupt = try render(body, into: &change)
    if change != lastChange {
      lastChange = change
      try append(change, to: &text)
    }
    return interrupt
  }

  private mutating func abort(_ reason: Expression?) throws(Halt) {
    guard let reason else { throw .abort("{% abort_message %} called") }
    throw .abort(try evaluate(reason).text(meter))
  }

  private static func refusal(of call: Call) -> String {
    let name = call.name.text
    let saved = call.saved.map {
      " To try the rest, write {% assign \($0.text) = … %} in its place."
    }
    return "\(name) asks a server while a message is sent, and nothing is sent from here."
      + (saved ?? "")
  }
}
