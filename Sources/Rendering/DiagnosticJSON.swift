package import Diagnostics
package import Values

/// A diagnostic for a program.
package enum DiagnosticJSON {
  package static func value(of diagnostic: Diagnostic) -> Value {
    let place = diagnostic.range?.place
    return [
      "severity": .string(diagnostic.severity.rawValue),
      "code": .string(diagnostic.code),
      "summary": .string(diagnostic.summary),
      "detail": .string(diagnostic.detail),
      "file": place.map { .string($0.file) } ?? .null,
      "line": place.map { .integer($0.line) } ?? .null,
      "column": place.map { .integer($0.column) } ?? .null,
    ]
  }

  /// A report that holds nothing but diagnostics.
  package static func report(_ diagnostics: [Diagnostic]) -> Value {
    [
      "format_version": .integer(PlanJSON.formatVersion),
      "diagnostics": .list(diagnostics.inReadingOrder.map(value(of:))),
    ]
  }
}
