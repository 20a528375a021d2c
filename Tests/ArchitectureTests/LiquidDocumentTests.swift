import Liquid
import Testing

/// What the documents say of Liquid is so.
struct LiquidDocumentTests {
  @Test(arguments: TemplateProblem.Code.allCases)
  func `a problem's code is documented, with examples that are what they say`(
    _ code: TemplateProblem.Code
  ) throws {
    let document = try Repository.read("Docs/Diagnostics.md")
    let heading = try #require(document.firstRange(of: "### `\(code.rawValue)`\n"))
    let rest = document[heading.upperBound...]
    let section = rest[..<(rest.firstRange(of: "\n#")?.lowerBound ?? rest.endIndex)]
    let examples = section.split(separator: "```liquid\n").dropFirst()
      .map { String($0.prefix(upTo: $0.firstRange(of: "\n```")?.lowerBound ?? $0.endIndex)) }
    guard let bad = examples.first else {
      #expect(code == .tooDeep || code == .tooLarge)
      return
    }
    #expect(Template(bad, dialect: .braze).problems.first?.code == code)
    #expect(examples.count == 2)
    #expect(Template(examples[1], dialect: .braze).problems.isEmpty)
  }
}
