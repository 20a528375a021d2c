import Liquid
import Testing
import Values

/// What the documents say of Liquid is so.
struct LiquidDocumentTests {
  @Test(arguments: TemplateProblem.Code.allCases)
  func `a problem's code is documented, with examples that are what they say`(
    _ code: TemplateProblem.Code
  ) throws {
    let section = try section("### `\(code.rawValue)`", of: "Docs/Diagnostics.md")
    let examples = Self.examples("liquid", in: section)
    guard let bad = examples.first else {
      #expect(code == .tooDeep || code == .tooLarge)
      return
    }
    #expect(Template(bad, dialect: .braze).problems.first?.code == code)
    #expect(examples.count == 2)
    #expect(Template(examples[1], dialect: .braze).problems.isEmpty)
  }

  @Test(arguments: RenderError.Code.allCases)
  func `what can fail while rendering is documented, with examples that are what they say`(
    _ code: RenderError.Code
  ) throws {
    let section = try section("### `\(code.rawValue)`", of: "Docs/Diagnostics.md")
    let examples = Self.examples("liquid", in: section)
    try #require(examples.count == 2)
    let error = #expect(throws: RenderError.self) {
      try Template(examples[0], dialect: .braze).render([:], RenderOptions(now: 0))
    }
    #expect(error?.code == code.rawValue)
    #expect(
      try Template(examples[1], dialect: .braze).render([:], RenderOptions(now: 0)).text != nil
    )
  }

  @Test(arguments: [Dialect.liquid, .zendesk, .braze])
  func `the example of each dialect leaves what the page says`(_ dialect: Dialect) throws {
    let section = try section("## \(dialect.title)", of: "Docs/Templates.md")
    let template = try #require(Self.examples("liquid", in: section).first)
    let json = try #require(Self.examples("json", in: section).first)
    let expected = try #require(Self.examples("text", in: section).first)
    let data = try #require(try Value(json: json).members)
    let rendering = try Template(template + "\n", dialect: dialect)
      .render(data, RenderOptions(now: 0))
    #expect(rendering.text == expected + "\n")
  }

  /// What stands below a heading of a document, up to the next one.
  private func section(_ heading: String, of path: String) throws -> Substring {
    let document = try Repository.read(path)
    let start = try #require(document.firstRange(of: heading + "\n"))
    let rest = document[start.upperBound...]
    return rest[..<(rest.firstRange(of: "\n#")?.lowerBound ?? rest.endIndex)]
  }

  /// The fenced examples in a language.
  private static func examples(_ language: String, in section: Substring) -> [String] {
    section.split(separator: "```\(language)\n").dropFirst()
      .map { String($0.prefix(upTo: $0.firstRange(of: "\n```")?.lowerBound ?? $0.endIndex)) }
  }
}
