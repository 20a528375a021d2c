internal import Diagnostics
internal import Liquid
internal import Model

extension Lint {
  /// A filter that Braze does not have.
  static let unknownLiquidFilter = Lint(
    code: "liquid-unknown-filter",
    severity: .warning,
    summary: "Unknown Liquid filter",
    why: """
      Liquid passes a value by a filter that it does not know as if it were not there: Braze's guide converts
      a number by `to_i`, which nobody has. A warning, since Braze says that
      [its list of filters](https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/liquid/filters)
      may not be complete.
      """,
    passing: [block("plus: 0"), block("json_escape")],
    failing: [block("⟦to_i"), block("upcase | ⟦dwncase")]
  ) { survey in
    survey.liquidProblems { $0 == .unknownFilter }.map { text, problem in
      text.hit(problem.detail, at: problem.range.lowerBound)
    }
  }

  private static func block(_ filters: String) -> String {
    """
    braze:
      content_blocks:
        to_int: {name: to_int, content: "{{custom_attribute.${ticket} | \(filters)}}"}
    """
  }
}
