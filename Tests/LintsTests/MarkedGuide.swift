import Diagnostics
import Testing

@testable import Lints

/// A spec that ends each faulty line with what is to be found there, behind `⟵`.
enum MarkedGuide {
  static func expectFindings(_ text: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let written: [Substring] = text.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    var faults: [(line: Int, codes: Substring)] = []
    for (index, line) in written.enumerated() {
      let mark = line.firstRange(of: " ⟵ ")
      lines.append(String(mark.map { line[..<$0.lowerBound] } ?? line))
      if let mark { faults.append((index, line[mark.upperBound...])) }
    }
    let spec = LintedSpec(lines.joined(separator: "\n"))
    let expected = faults.flatMap { fault in
      fault.codes.split(separator: " ").map { "\(fault.line + spec.firstLine) \($0)" }
    }
    let found = try spec.diagnostics().map { diagnostic in
      "\(diagnostic.range.map { Int($0.start.line) } ?? 0) \(diagnostic.code)"
    }
    #expect(found.sorted() == expected.sorted(), sourceLocation: sourceLocation)
  }
}
