package import Diagnostics

/// Why a template could not be rendered, and where.
package struct RenderError: Error, Sendable, Hashable {
  /// What can go wrong in a template that reads well. Stable names, documented and fit for searching.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case argument = "liquid-argument"
    case limit = "liquid-limit"
    case unsupported = "liquid-unsupported"

    /// What is wrong, in a fixed phrase.
    var summary: String {
      switch self {
      case .argument: "Liquid cannot do that with this value"
      case .limit: "Template asks for too much"
      case .unsupported: "Not available offline"
      }
    }
  }

  /// A `Code`, or a `TemplateProblem.Code` where the template or a block of it is malformed.
  package let code: String
  package let summary: String
  /// The particulars and what to do, in full sentences.
  package let detail: String
  /// Bytes of the UTF-8 of `text`.
  package let range: Range<Int>
  /// The content block that it is in; nil for the template itself.
  package let block: String?
  /// The text of that block or template.
  package let text: String
  package let position: SourceRange.Position
  /// The position in words: `line 3, column 7`.
  package var place: String { "line \(position.line), column \(position.column)" }

  init(_ fault: Fault, at range: Range<Int>, in template: Template, block: String?) {
    code = fault.code
    summary = fault.summary
    detail = fault.detail
    self.range = fault.range ?? range
    self.block = block
    text = template.text
    position = template.position(of: self.range.lowerBound)
  }
}
