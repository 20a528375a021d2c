internal import Braze
internal import Diagnostics
internal import Model

extension Lint {
  /// Braze leaves nothing where a content block is that it does not have.
  static let undeclaredContentBlock = Lint(
    code: "undeclared-content-block",
    severity: .warning,
    summary: "Content block is not declared",
    why: """
      Braze leaves nothing where a content block is that it does not have. A warning, since the workspace may have
      it without the spec; declared as external, it is looked for in every plan.
      """,
    passing: [spec("to_int"), spec("other", more: ", other: {name: other, content: a}")],
    failing: [
      spec("to_itn", mark: "⟦"), spec("old", mark: "⟦", more: ", old: {name: old, absent: true}"),
    ]
  ) { survey in
    let declared = survey.contentBlocks
    let absent = Set(
      survey.absent.filter { $0.kind.name == Kind.contentBlock.name }.compactMap(\.identity)
    )
    var count = 0
    return survey.brazeTexts.flatMap(\.blocks).compactMap { mention in
      guard declared[mention.name] == nil else { return nil }
      count += 1
      // A search for a close name costs time, which a spec with many slips need not.
      let candidates = count <= 20 ? declared.keys.sorted() : []
      return mention.text.hit(
        "The spec declares no content block \"\(mention.name)\"."
          + (absent.contains(mention.name)
            ? " It is declared absent."
            : Suggestion.sentence(for: mention.name, in: candidates)
              + " If the workspace has it otherwise, declare it with external: true."),
        at: mention.offset
      )
    }
  }

  private static func spec(_ name: String, mark: String = "", more: String = "") -> String {
    BrazeExample.request(
      "!json {ticket: {status: open}}",
      url: "'https://a.example/{{\(mark)content_blocks.${\(name)}}}'",
      more: "  content_blocks: {to_int: {name: to_int, content: \"5\"}\(more)}"
    )
  }
}
