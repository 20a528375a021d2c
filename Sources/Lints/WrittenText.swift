internal import Values

/// A text somewhere in a value.
struct WrittenText {
  let text: String
  let path: ValuePath
  /// The text is what the spec says, so that a place in it is one in the source.
  let isVerbatim: Bool
}

extension WrittenText {
  /// What `value`, a text at `path`, comes to with a digit where the id of a resource will stand; nil where
  /// it is no text.
  init?(numbering value: Value, at path: ValuePath) {
    switch value {
    case .string(let text): self.init(text: text, path: path, isVerbatim: true)
    case .format(let pieces):
      let text = pieces.reduce(into: "") { text, piece in
        switch piece {
        case .text(let part): text += part
        case .reference: text += "1"
        }
      }
      self.init(text: text, path: path, isVerbatim: false)
    default: return nil
    }
  }
}

extension Value {
  /// Visits every text in this value, which stands at `path`, in the order of writing; of text with
  /// ids of resources in it, what is written around them.
  func forEachText(at path: ValuePath, _ visit: (WrittenText) -> Void) {
    var path = path
    visitTexts(&path, visit)
  }

  /// One path for all, since a spec has very many texts.
  private func visitTexts(_ path: inout ValuePath, _ visit: (WrittenText) -> Void) {
    switch self {
    case .string(let text): visit(WrittenText(text: text, path: path, isVerbatim: true))
    case .format(let pieces):
      let text = pieces.reduce(into: "") { text, piece in
        if case .text(let part) = piece { text += part }
      }
      visit(WrittenText(text: text, path: path, isVerbatim: false))
    case .list(let items):
      for (index, item) in items.enumerated() {
        path.steps.append(.index(index))
        item.visitTexts(&path, visit)
        path.steps.removeLast()
      }
    case .object(let members):
      for (key, value) in members {
        path.steps.append(.key(key))
        value.visitTexts(&path, visit)
        path.steps.removeLast()
      }
    case .json(let value): value.visitTexts(&path, visit)
    default: break
    }
  }
}
