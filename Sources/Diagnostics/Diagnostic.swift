/// One problem that the author of a spec or the caller of the command line can mend.
package struct Diagnostic: Sendable, Hashable, Error {
  package enum Severity: String, Sendable, Hashable {
    case error, warning
  }

  package var severity: Severity
  /// A stable kebab-case name, documented and fit for searching.
  package var code: String
  /// What is wrong, in a fixed phrase without names chosen by the user.
  package var summary: String
  /// The particulars and what to do, in full sentences.
  package var detail: String
  /// Where; nil where no text is to blame, as with a missing file.
  package var range: SourceRange?
  /// The source line holds what must not be shown, such as a secret in clear text.
  package var concealsLine = false

  package init(
    _ severity: Severity = .error,
    code: String,
    summary: String,
    detail: String,
    at range: SourceRange? = nil
  ) {
    self.severity = severity
    self.code = code
    self.summary = summary
    self.detail = detail
    self.range = range
  }

  package var isError: Bool { severity == .error }
}

extension Sequence<Diagnostic> {
  package var hasErrors: Bool { contains(where: \.isError) }

  /// In the order in which a reader meets them: by file, line and column, those without a place first.
  package var inReadingOrder: [Diagnostic] {
    sorted { left, right in
      guard let first = left.range else { return right.range != nil }
      guard let second = right.range else { return false }
      if first.source.name != second.source.name { return first.source.name < second.source.name }
      return first.start < second.start
    }
  }
}
