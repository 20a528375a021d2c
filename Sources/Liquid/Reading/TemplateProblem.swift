package import Diagnostics

/// What is wrong with a template, where, and what to do about it.
package struct TemplateProblem: Error, Sendable, Hashable {
  /// Stable names, documented and fit for searching.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case tooLarge = "liquid-too-large"
    case tooDeep = "liquid-too-deep"
    case unclosedOutput = "liquid-unclosed-output"
    case unclosedTag = "liquid-unclosed-tag"
    case unclosedBlock = "liquid-unclosed-block"
    case unclosedString = "liquid-unclosed-string"
    case unclosedAttribute = "liquid-unclosed-attribute"
    case strayTag = "liquid-stray-tag"
    case unknownTag = "liquid-unknown-tag"
    case unknownFilter = "liquid-unknown-filter"
    case curlyQuote = "liquid-curly-quote"
    case syntax = "liquid-syntax"
  }

  package let code: Code
  /// The particulars and what to do, in full sentences.
  package let detail: String
  /// Bytes of the template's UTF-8.
  package let range: Range<Int>

  package init(_ code: Code, _ detail: String, at range: Range<Int>) {
    self.code = code
    self.detail = detail
    self.range = range
  }

  /// A filter that is not known passes its input through where Liquid is not strict, hence a warning.
  package var severity: Diagnostic.Severity { code == .unknownFilter ? .warning : .error }

  /// What is wrong, in a fixed phrase.
  package var summary: String {
    switch code {
    case .tooLarge: "Template is too large"
    case .tooDeep: "Template is nested too deeply"
    case .unclosedOutput: "Output is not closed"
    case .unclosedTag: "Tag is not closed"
    case .unclosedBlock: "Tag without its end tag"
    case .unclosedString: "String is not closed"
    case .unclosedAttribute: "Attribute is not closed"
    case .strayTag: "Tag out of place"
    case .unknownTag: "Unknown Liquid tag"
    case .unknownFilter: "Unknown Liquid filter"
    case .curlyQuote: "Curly quote in Liquid"
    case .syntax: "Malformed Liquid"
    }
  }
}

extension TemplateProblem {
  /// - Parameter range: Its `${`.
  static func unclosedAttribute(at range: Range<Int>) -> TemplateProblem {
    let detail = "Nothing closes this attribute: write } behind its name, on the same line."
    return TemplateProblem(.unclosedAttribute, detail, at: range)
  }
}
