/// A tag whose end tag has not come yet.
struct OpenBlock {
  enum Form {
    case root
    case conditional
    case choice(Expression)
    case loop(Loop)
    case capture(Name)
    case ifChanged
  }

  /// What stands between two tags of one block.
  private struct Section {
    /// Nil for the body of a block that asks nothing, and for what stands before the first `when`.
    let test: Branch.Test?
    /// The tag that opens it.
    let range: Range<Int>
    var body = Block()
  }

  let form: Form
  let name: String
  /// The tag that opens it.
  let range: Range<Int>
  private var finished: [Section] = []
  private var section: Section

  init(_ form: Form, name: String, test: Branch.Test? = nil, range: Range<Int>) {
    self.form = form
    self.name = name
    self.range = range
    section = Section(test: test, range: range)
  }

  /// What stands behind the last tag of this block so far.
  var body: Block { section.body }

  mutating func append(_ node: Node) { section.body.append(node) }

  mutating func trimEnd() { section.body.trimEnd() }

  /// Begins the next branch.
  mutating func divide(by test: Branch.Test, range: Range<Int>) {
    finished.append(section)
    section = Section(test: test, range: range)
  }

  /// The node that this block is, closed at `end`.
  func node(end: Int) -> Node {
    let form: Node.Form =
      switch form {
      case .root, .conditional: .conditional(branches)
      case .choice(let subject): .choice(subject, branches)
      case .loop(let loop): .loop(loop, body: bodies[0], otherwise: bodies.dropFirst().last)
      case .capture(let name): .capture(name, body)
      case .ifChanged: .ifChanged(body)
      }
    return Node(form: form, range: range.lowerBound..<max(end, range.upperBound))
  }

  private var branches: [Branch] {
    let sections = finished + [section]
    let areBlank = sections.allSatisfy(\.body.isBlank)
    return sections.compactMap { section in
      guard let test = section.test else { return nil }
      let body = areBlank ? section.body.withoutText : section.body
      return Branch(test: test, body: body, range: section.range)
    }
  }

  private var bodies: [Block] {
    let bodies = (finished + [section]).map(\.body)
    guard case .loop(let loop) = form, loop.layout == .plain, bodies.allSatisfy(\.isBlank) else {
      return bodies
    }
    return bodies.map(\.withoutText)
  }
}
