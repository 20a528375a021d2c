package import Diagnostics
internal import Model
internal import Values

/// A rule that sees several resources of a spec, or a resource and its environment.
///
/// What one resource can be held to by itself belongs to its kind.
package struct Lint: Sendable {
  /// What a lint found.
  struct Hit: Sendable {
    enum Place: Sendable {
      /// The value at a path of a resource; in a text, how many bytes of UTF-8 precede the fault.
      case value(ValuePath, of: Address, offset: Int?)
      /// A place that belongs to no resource.
      case source(SourceRange)
    }

    let place: Place
    /// The particulars and what to do, in full sentences.
    let detail: String

    init(address: Address, path: ValuePath, detail: String, offset: Int? = nil) {
      place = .value(path, of: address, offset: offset)
      self.detail = detail
    }

    init(at range: SourceRange, detail: String) {
      place = .source(range)
      self.detail = detail
    }

    /// The resource that is to blame; nil where none is.
    var address: Address? {
      if case .value(_, let address, _) = place { address } else { nil }
    }
  }

  /// A stable kebab-case name, documented and fit for searching.
  package let code: String
  /// An error where what is found certainly does not work; all else is a warning.
  package let severity: Diagnostic.Severity
  /// What is wrong, in a fixed phrase.
  package let summary: String
  /// What goes wrong with it, and why it weighs as much as it does, in full sentences of Markdown.
  package let why: String
  /// Sections of a spec with which all is well, the most telling first: documentation and tests at
  /// once.
  package let passing: [String]
  /// Sections of a spec that the lint complains about, `⟦` before each place.
  package let failing: [String]
  let find: @Sendable (Survey) -> [Hit]

  /// What the lint says of `hit`, at the path of a value.
  func finding(_ hit: Hit, at path: ValuePath, offset: Int?) -> Finding {
    var finding = Finding(severity, code: code, summary: summary, detail: hit.detail, at: path)
    finding.offset = offset
    return finding
  }
}
