internal import Braze
internal import Liquid
internal import Model

/// A place where a text refers to a content block.
struct BlockMention {
  let text: BrazeText
  let name: String
  /// How many bytes of the text's UTF-8 precede it.
  let offset: Int
}

extension BrazeText {
  /// The content blocks that it refers to, each where it does so first.
  var blocks: [BlockMention] {
    firstMentions(\.contentBlock).map { name, offset in
      BlockMention(text: self, name: name, offset: offset)
    }
  }

  /// What its variables stand for, as `meaning` says, each with the place where that is first.
  func firstMentions(_ meaning: (Variable) -> String?) -> [(name: String, offset: Int)] {
    var seen: Set<String> = []
    return index.mentions.compactMap { mention in
      guard let name = meaning(mention.variable), seen.insert(name).inserted else { return nil }
      return (name, mention.variable.range.lowerBound)
    }
  }
}

extension Survey {
  /// The content blocks that the spec declares and does not delete, by name.
  var contentBlocks: [String: Resource] {
    Dictionary(
      resources.filter { $0.kind.name == Kind.contentBlock.name }
        .compactMap { block in block.identity.map { ($0, block) } }
    ) { first, _ in first }
  }
}
