import Diagnostics
import Testing

@testable import Lints

/// A spec that ends each faulty line with what is to be found there: behind `⟵`, and then behind `⟸` what is
/// found only where the spec has Braze's side too.
enum MarkedGuide {
  static func expectFindings(
    _ text: String,
    ofBothSides isWhole: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let written: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = written.map { line in
      let (rest, ofBoth) = cut(line, at: " ⟸ ")
      let (plain, ofOne) = cut(rest, at: " ⟵ ")
      return (plain, codes: ofOne + (isWhole ? ofBoth : []))
    }
    let spec = LintedSpec(lines.map { String($0.0) }.joined(separator: "\n"))
    let expected = lines.enumerated().flatMap { index, line in
      line.codes.map { "\(index + spec.firstLine) \($0)" }
    }
    let found = try spec.diagnostics().map { diagnostic in
      "\(diagnostic.range.map { Int($0.start.line) } ?? 0) \(diagnostic.code)"
    }
    #expect(found.sorted() == expected.sorted(), sourceLocation: sourceLocation)
  }

  /// `line` before `mark`, and the words behind it.
  private static func cut(_ line: Substring, at mark: String) -> (Substring, [Substring]) {
    guard let range = line.firstRange(of: mark) else { return (line, []) }
    return (line[..<range.lowerBound], line[range.upperBound...].split(separator: " "))
  }
}
