internal import Diagnostics
internal import Liquid
internal import Model

extension Lint {
  /// A tag that Braze does not have.
  static let unknownLiquidTag = Lint(
    code: "liquid-unknown-tag",
    severity: .error,
    summary: "Unknown Liquid tag",
    why: """
      Liquid stops at a tag that it does not know, so that the message is not sent. `include`, `render` and
      `section` are Shopify's; Braze has content blocks in their place.
      """,
    passing: [block("{% abort_message('No name') %}")],
    failing: [block("{% ⟦include 'footer' %}"), block("{% ⟦asign a = 1 %}")]
  ) { survey in
    survey.liquidProblems { $0 == .unknownTag }.map { text, problem in
      text.hit(problem.detail, at: problem.range.lowerBound)
    }
  }

  private static func block(_ content: String) -> String {
    """
    braze:
      content_blocks:
        block: {name: block, content: "\(content)"}
    """
  }
}
