package import Diagnostics
internal import Model
internal import Values

/// A rule that sees several resources of a spec.
///
/// What one resource can be held to by itself belongs to its kind.
package struct Lint: Sendable {
  /// What a lint found at a value of a resource.
  struct Hit: Sendable {
    let address: Address
    let path: ValuePath
    /// The particulars and what to do, in full sentences.
    let detail: String
    /// In the text at `path`: how many bytes of UTF-8 precede the fault.
    var offset: Int?
  }

  /// A stable kebab-case name, documented and fit for searching.
  package let code: String
  package let severity: Diagnostic.Severity
  /// What is wrong, in a fixed phrase.
  package let summary: String
  /// Sections of a spec with which all is well: documentation and tests at once.
  package let passing: [String]
  /// Sections of a spec that the lint complains about, `⟦` before each place.
  package let failing: [String]
  let find: @Sendable (Survey) -> [Hit]

  /// What the lint says of `hit`.
  func finding(_ hit: Hit) -> Finding {
    var finding = Finding(severity, code: code, summary: summary, detail: hit.detail, at: hit.path)
    finding.offset = hit.offset
    return finding
  }
}
