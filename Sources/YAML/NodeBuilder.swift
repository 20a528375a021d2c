internal import CYAMLShim
internal import Diagnostics

/// Turns the shim's flat array into a tree in one pass.
///
/// An alias shares its anchor's storage, so that it costs nothing however much stands behind it; the
/// limits count it in full all the same, since whoever walks the tree meets every copy.
struct NodeBuilder: ~Copyable {
  private struct Anchor {
    /// Nil while the node is being built: an alias to it would be inside itself.
    var node: Node?
    /// Nodes, this one and those behind aliases included.
    var size = 0
    /// Collections inside collections, this one included; 0 for a scalar.
    var height = 0
  }

  private let document: FlatDocument
  private let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  /// False once an alias led nowhere.
  private(set) var isComplete = true
  private var next = 0
  private var anchors: [String: Anchor] = [:]
  /// Nodes so far, those behind aliases included.
  private var size = 0
  /// The most collections inside each other so far.
  private var deepest = 0

  init(_ document: consuming FlatDocument, source: SourceText) {
    self.document = document
    self.source = source
  }

  /// The document's root with all that is inside.
  ///
  /// Throws where a limit is passed; everything else is collected in `diagnostics`.
  mutating func root() throws(Diagnostic) -> Node { try node(depth: 0) }

  /// The next node, which has `depth` collections around it.
  private mutating func node(depth: Int) throws(Diagnostic) -> Node {
    let flat = document[next]
    next += 1
    if flat.isAlias { return try alias(flat, depth: depth) }
    guard flat.anchor.length > 0 else { return try bareNode(flat, depth: depth) }

    let name = document.text(flat.anchor)
    let before = (size: size, deepest: deepest)
    deepest = depth
    anchors[name] = Anchor()
    let node = try bareNode(flat, depth: depth)
    anchors[name] = Anchor(node: node, size: size - before.size, height: deepest - depth)
    deepest = max(deepest, before.deepest)
    return node
  }

  private mutating func bareNode(_ flat: cyaml_node, depth: Int) throws(Diagnostic) -> Node {
    size += 1
    guard size <= Limits.nodes else { throw .tooManyNodes(at: range(flat)) }
    let content: Node.Content
    if flat.isScalar {
      content = .scalar(Scalar(text: document.text(flat.text), style: flat.scalarStyle))
    } else {
      deepest = max(deepest, depth + 1)
      content =
        flat.isMapping
        ? .mapping(try entries(Int(flat.children) / 2, depth: depth + 1))
        : .sequence(try items(Int(flat.children), depth: depth + 1))
    }
    let tag = flat.tag.length > 0 ? document.text(flat.tag) : nil
    return Node(content: content, tag: tag, range: range(flat))
  }

  private mutating func items(_ count: Int, depth: Int) throws(Diagnostic) -> [Node] {
    var items: [Node] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(try node(depth: depth)) }
    return items
  }

  private mutating func entries(_ count: Int, depth: Int) throws(Diagnostic) -> [Node.Entry] {
    var mapping = MappingBuilder(capacity: count)
    for _ in 0..<count {
      let key = try node(depth: depth)
      let value = try node(depth: depth)
      mapping.add(key: key, value: value)
    }
    mapping.merge()
    diagnostics += mapping.diagnostics
    return mapping.entries
  }

  private mutating func alias(_ flat: cyaml_node, depth: Int) throws(Diagnostic) -> Node {
    let name = document.text(flat.text)
    let range = range(flat)
    let anchor = anchors[name]
    guard let anchor, let node = anchor.node else {
      isComplete = false
      diagnostics.append(
        anchor == nil
          ? .undefinedAlias(name, anchors: likelyAnchors, at: range)
          : .recursiveAlias(name, at: range)
      )
      // A mapping, so that a merge key does not complain as well.
      return Node(content: .mapping([]), range: range)
    }
    size += anchor.size
    guard size <= Limits.nodes else { throw .aliasLimit(name, at: range) }
    guard depth + anchor.height <= Limits.depth else { throw .tooDeep(at: range) }
    deepest = max(deepest, depth + anchor.height)
    return node
  }

  /// The anchors to suggest: looking for a close name takes time, which a document with many slips
  /// need not cost.
  private var likelyAnchors: [String] {
    diagnostics.count < 20 ? anchors.keys.sorted() : []
  }

  private func range(_ flat: cyaml_node) -> SourceRange {
    SourceRange(
      source: source,
      start: SourceRange.Position(flat.start),
      end: SourceRange.Position(flat.end)
    )
  }
}
