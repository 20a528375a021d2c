import Diagnostics
import Testing
import Values

@testable import YAML

func read(_ text: String) -> (root: Node?, diagnostics: [Diagnostic]) {
  YAMLDocument.parse(Array(text.utf8), name: "spec.yaml")
}

/// The value of a text without faults.
func value(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Value {
  let (root, diagnostics) = read(text)
  #expect(diagnostics.isEmpty, sourceLocation: sourceLocation)
  return try #require(root, sourceLocation: sourceLocation).value
}

extension Node {
  /// What the node says, tags aside.
  var value: Value {
    switch content {
    case .scalar(let scalar): scalar.value
    case .sequence(let items): .list(items.map(\.value))
    case .mapping(let entries): .object(Members(entries.map { ($0.key.text, $0.value.value) }))
    }
  }

  var text: String { if case .scalar(let scalar) = content { scalar.text } else { "" } }

  var items: [Node] { if case .sequence(let items) = content { items } else { [] } }

  subscript(key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.text == key }?.value
  }

  /// `LINE:COLUMN-LINE:COLUMN`.
  var span: String {
    "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }
}
