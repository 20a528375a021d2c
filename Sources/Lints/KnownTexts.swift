internal import Liquid
internal import Values

/// What a template itself says that its outputs leave: literals, and names that it gives a text once.
struct KnownTexts {
  private var texts: [String: String] = [:]
  private var captured: Set<String> = []

  init(_ index: TemplateIndex) {
    var given: Set<String> = []
    for binding in index.bindings {
      let name = binding.name.text
      let isFirst = given.insert(name).inserted
      switch binding.origin {
      case .assign(let pipeline): texts[name] = isFirst ? pipeline.literal : nil
      case .capture(let block):
        captured.insert(name)
        texts[name] = isFirst ? block.literal : nil
      case .call:
        captured.insert(name)
        texts[name] = nil
      case .loop, .count: texts[name] = nil
      }
    }
  }

  /// What `output` leaves; nil where that depends on anything else.
  subscript(output: Output) -> String? {
    if let literal = output.pipeline.literal { return literal }
    guard output.pipeline.filters.isEmpty, let variable = output.pipeline.value?.variable,
      variable.path.isEmpty
    else { return nil }
    return variable.name.flatMap { texts[$0] }
  }

  /// Whether `name` is given what a `capture` holds or another server answers.
  func isCaptured(_ name: String) -> Bool { captured.contains(name) }
}

extension Pipeline {
  fileprivate var literal: String? { filters.isEmpty ? value?.literal?.scalarText : nil }
}

extension Block {
  /// Its text, a letter for each output; nil where it has branches.
  fileprivate var literal: String? {
    var text = ""
    for node in nodes {
      switch node.form {
      case .text(let part), .raw(let part): text += part
      case .output: text += "x"
      case .assign, .comment: break
      default: return nil
      }
    }
    return text
  }
}
