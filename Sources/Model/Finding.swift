package import Diagnostics
package import Values

/// A problem of a resource, said by the path to the value that is to blame.
///
/// Whoever knows the source turns the path into a place.
package struct Finding: Sendable, Hashable {
  package let severity: Diagnostic.Severity
  /// A stable kebab-case name, documented and fit for searching.
  package let code: String
  /// What is wrong, in a fixed phrase.
  package let summary: String
  /// The particulars and what to do, in full sentences.
  package let detail: String
  /// From the resource to the value; what the source does not write is blamed on what is around it.
  package let path: ValuePath
  /// In the text that stands at `path`: how many bytes of UTF-8 precede the fault.
  package var offset: Int?
  /// The source holds there what must not be shown, such as a secret in clear text.
  package var concealsLine = false

  package init(
    _ severity: Diagnostic.Severity = .error,
    code: String,
    summary: String,
    detail: String,
    at path: ValuePath
  ) {
    self.severity = severity
    self.code = code
    self.summary = summary
    self.detail = detail
    self.path = path
  }

  /// This finding as a diagnostic at `range`.
  package func diagnostic(at range: SourceRange?) -> Diagnostic {
    var diagnostic = Diagnostic(severity, code: code, summary: summary, detail: detail, at: range)
    diagnostic.concealsLine = concealsLine
    return diagnostic
  }
}
