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
  var blocks: [BlockMention] {
    index.mentions.compactMap { mention in
      mention.variable.contentBlock.map { name in
        BlockMention(text: self, name: name, offset: mention.variable.range.lowerBound)
      }
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
