package import Values
package import YAML

/// What a node's tag makes of it.
enum NodeReading {
  case plain
  case tagged(Tag)
  /// One of YAML's own tags, before something that it does not fit.
  case disagreeing(CoreTag)
  case unknown(String)
}

extension Node {
  var reading: NodeReading {
    guard let tag else { return .plain }
    if let own = Tag(rawValue: tag) { return .tagged(own) }
    guard let core = CoreTag(tag) else { return .unknown(tag) }
    return agrees(with: core) ? .plain : .disagreeing(core)
  }

  var isMapping: Bool {
    if case .mapping = content { true } else { false }
  }

  /// The scalar's value by the core schema and its tag; nil for a list or mapping.
  package var coreValue: Value? {
    guard case .scalar(let scalar) = content else { return nil }
    return isTaggedText ? .string(scalar.text) : scalar.value
  }

  /// The scalar's text in the source, whatever its type; nil for a list or mapping.
  package var scalarText: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }

  /// Null, without a tag that would make it something else.
  package var isPlainNull: Bool {
    guard case .null? = coreValue, case .plain = reading else { return false }
    return true
  }

  /// What a message calls it, without its content.
  var noun: String {
    switch content {
    case .sequence(let nodes): nodes.isEmpty ? "an empty list" : "a list"
    case .mapping: "a mapping"
    case .scalar:
      switch coreValue {
      case .null?: "null"
      case .boolean(let boolean)?: boolean ? "true" : "false"
      case .integer?, .decimal?: "a number"
      default: scalarText?.isEmpty == true ? "an empty text" : "text"
      }
    }
  }

  private var isTaggedText: Bool {
    guard case .string? = tag.flatMap({ CoreTag($0) }) else { return false }
    return true
  }

  private func agrees(with tag: CoreTag) -> Bool {
    switch (tag, content, coreValue) {
    case (.string, .scalar, _), (.list, .sequence, _), (.mapping, .mapping, _),
      (.null, _, .null?), (.boolean, _, .boolean?), (.integer, _, .integer?),
      (.float, _, .integer?), (.float, _, .decimal?):
      true
    // A whole number too large for the machine is kept by its digits.
    case (.integer, _, .decimal(let digits)?): digits.utf8.allSatisfy { $0 != UInt8(ascii: ".") }
    default: false
    }
  }
}
