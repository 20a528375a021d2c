internal import Diagnostics
internal import Model
internal import Values
internal import YAML

/// From a value back to the source, for the sake of messages: it walks the nodes anew, so that no
/// value has to carry its place.
extension Scope {
  /// What is written at `path` of the resource at `address`: the smallest piece of source that holds
  /// it, down to the character before which `offset` bytes of its text stand.
  func range(of path: ValuePath, offset: Int? = nil, in address: Address) -> SourceRange? {
    guard let declaration = self[address] else { return nil }
    guard var node = path.steps.first.flatMap({ declaration.body.child(at: $0) }) else {
      return declaration.range
    }
    for step in path.steps.dropFirst() {
      guard let next = node.child(at: step) else { return node.range }
      node = next
    }
    return offset.flatMap { range(ofByte: $0, in: node) } ?? node.range
  }

  /// `findings` of the resource at `address` as diagnostics.
  func diagnostics(_ findings: [Finding], of address: Address) -> [Diagnostic] {
    findings.map { finding in
      finding.diagnostic(at: range(of: finding.path, offset: finding.offset, in: address))
    }
  }

  private func range(ofByte offset: Int, in node: Node) -> SourceRange? {
    guard case .scalar(let scalar) = node.content else { return nil }
    switch node.reading {
    case .plain: return node.range(ofByte: offset)
    case .tagged(.file): break
    // The value is not what the scalar says.
    default: return nil
    }
    let file = node.range.source.name
    guard case .text(let text) = options.readFile(scalar.text, file) else { return nil }
    let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
    let place = TextPlace(ofByte: offset, in: text)
    return SourceRange(
      source: SourceText(name: folder + scalar.text, text: text),
      line: place.line + 1,
      column: place.column + 1
    )
  }
}

extension Node {
  fileprivate func child(at step: ValuePath.Step) -> Node? {
    switch (step, content) {
    case (.key(let key), .mapping(let entries)):
      entries.first { $0.key.scalarText == key }?.value
    case (.index(let index), .sequence(let nodes)):
      nodes.indices.contains(index) ? nodes[index] : nil
    default: nil
    }
  }

  /// The character of this scalar's text before which `offset` bytes stand; nil where escapes or
  /// folding are between the text and the source.
  fileprivate func range(ofByte offset: Int) -> SourceRange? {
    guard case .scalar(let scalar) = content else { return nil }
    let place = TextPlace(ofByte: offset, in: scalar.text)
    var number = Int(range.start.line)
    var end = Int.max
    switch scalar.style {
    case .literal: number += 1 + place.line
    case .plain, .singleQuoted, .doubleQuoted:
      guard range.start.line == range.end.line else { return nil }
      end = Int(range.end.column) - (scalar.style == .plain ? 1 : 2)
    case .folded: return nil
    }
    guard let line = range.source.line(number) else { return nil }
    let written = Array(line.unicodeScalars.prefix(end))
    let wanted = Array(place.text.unicodeScalars)
    let margin = written.count - wanted.count
    guard margin >= 0, written[margin...].elementsEqual(wanted) else { return nil }
    return SourceRange(
      source: range.source,
      line: number,
      column: margin + place.column + 1
    )
  }
}

extension SourceRange {
  /// The one character at `line` and `column`, both 1-based.
  fileprivate init(source: SourceText, line: Int, column: Int) {
    self.init(
      source: source,
      start: Position(line: line, column: column),
      end: Position(line: line, column: column + 1)
    )
  }
}
