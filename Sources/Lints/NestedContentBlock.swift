internal import Diagnostics
internal import Model

extension Lint {
  /// A content block may hold another, and that one none.
  static let nestedContentBlock = Lint(
    code: "nested-content-block",
    severity: .error,
    summary: "Content blocks are nested too deeply",
    why: """
      A content block may hold another one; what is
      [a level deeper](https://www.braze.com/docs/user_guide/engagement_tools/templates_and_media/content_blocks)
      Braze removes from the message.
      """,
    passing: [spec("{{content_blocks.${c}}}", "c")],
    failing: [spec("{{⟦content_blocks.${b}}}", "{{content_blocks.${c}}}")]
  ) { survey in
    let declared = survey.contentBlocks
    let texts = survey.brazeTexts.filter { $0.role == .block }
    let inner = Dictionary(texts.map { ($0.address, $0.blocks) }) { first, _ in first }
    return texts.flatMap { text in
      (inner[text.address] ?? []).compactMap { mention -> Hit? in
        guard let block = declared[mention.name], block.address != text.address,
          let third = inner[block.address]?.first(where: { $0.name != mention.name })
        else { return nil }
        return text.hit(
          "\(block.address) holds \"\(third.name)\", which Braze leaves out of a message with this block in it. "
            + "Write out one of the two.",
          at: mention.offset
        )
      }
    }
  }

  private static func spec(_ a: String, _ b: String) -> String {
    """
    braze:
      content_blocks:
        a: {name: a, content: "\(a)"}
        b: {name: b, content: "\(b)"}
        c: {name: c, content: "5"}
    """
  }
}
