internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// Messages use active content blocks.
  static let draftContentBlock = Lint(
    code: "draft-content-block",
    severity: .warning,
    summary: "Content block is a draft",
    why: """
      Only active [content blocks](https://www.braze.com/docs/user_guide/engagement_tools/templates_and_media/content_blocks)
      are offered for messages. A warning, since Braze's documents do not say what a message with a draft in it
      comes to.
      """,
    passing: [spec("active")],
    failing: [spec("draft", mark: "⟦")]
  ) { survey in
    let drafts = survey.contentBlocks.filter { $0.value.attributes["state"] == "draft" }
    guard !drafts.isEmpty else { return [] }
    return survey.brazeTexts.flatMap(\.blocks).compactMap { mention in
      guard let block = drafts[mention.name] else { return nil }
      return mention.text.hit(
        "\(block.address) is a draft, and messages use active content blocks. Write state: active there.",
        at: mention.offset
      )
    }
  }

  private static func spec(_ state: String, mark: String = "") -> String {
    """
    braze:
      content_blocks:
        footer: {name: footer, content: "Bye", state: \(state)}
        page: {name: page, content: "{{\(mark)content_blocks.${footer}}}"}
    """
  }
}
