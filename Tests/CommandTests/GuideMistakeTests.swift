import Platform
import Testing
import Values

@testable import Commands

/// What the guides have people do, where that fails, and that the example's scenarios show it.
struct GuideMistakeTests {
  private static let here = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  private static let root = here.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }

  static let names: [String] = {
    do {
      return try Folder.entries(here + "/Guides").filter { $0.hasSuffix(".guide") }
        .map { String($0.dropLast(".guide".count)) }
    } catch {
      return ["the folder of the guides' mistakes cannot be read: \(error)"]
    }
  }()

  @Test(arguments: names)
  func `a mistake of the guides fails where it is said to`(_ name: String) async throws {
    let mistake = try #require(GuideMistake(try Self.read(Self.here + "/Guides/\(name).guide")))
    let example = try Self.read(Self.root + "/integration.yaml.example")
    let spec = try #require(mistake.made(in: example), "what it changes is not in the example once")
    let scenario = try Self.read(Self.root + "/scenarios/\(mistake.scenario).scenario.yaml")
    let stage = try Stage(named: "guide")
    try stage.write(spec, to: "integration.yaml")
    try stage.write(scenario, to: "played.scenario.yaml")

    let validated = await stage.run(["validate"])
    #expect(validated.status == .done)
    if let lint = mistake.lint {
      #expect(validated.output.contains("[\(lint)]") || spec.contains("lint: {\(lint): off,"))
    }

    let played = await stage.run(["test", "--format", "json"])
    #expect(played.status == .failed)
    let runs = try Value(json: played.output)["scenarios"]?.items?.first?["runs"]?.items ?? []
    let lines = scenario.split(separator: "\n", omittingEmptySubsequences: false)
    let failed = runs.compactMap { $0["failure"]?.members == nil ? nil : $0["failure"] }
      .flatMap { Self.lineNumbers(of: $0) }
      .map { lines[$0 - 1].drop { $0 == " " } }
    #expect(failed.contains { $0 == mistake.line }, "\(failed)")
    if let unexpected = mistake.unexpected {
      #expect(played.output.contains("\"\(unexpected)\""))
    }
  }

  @Test func `every mistake of the guides is told of, with its scenario and its rule`() throws {
    let page = try Self.read(Self.root + "/Docs/Guides.md")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == Self.names.count)
    for name in Self.names {
      let mistake = try #require(GuideMistake(try Self.read(Self.here + "/Guides/\(name).guide")))
      let row = try #require(rows.first { $0.hasPrefix("| `\(name)` |") }, "\(name)")
      #expect(
        row.contains("| [\(mistake.scenario)](../scenarios/\(mistake.scenario).scenario.yaml) |")
      )
      let rule = mistake.lint.map { " [`\($0)`](Lints.md#\($0))" } ?? ""
      #expect(row.hasSuffix("|\(rule) |"))
    }
  }

  /// Where a step is written that failed, and the expectations that it did not meet.
  private static func lineNumbers(of failure: Value) -> [Int] {
    let unmet = (failure["expectations"]?.items ?? []).filter { $0["met"] == .boolean(false) }
    return ([failure] + unmet).compactMap { $0["source"]?["line"]?.integer }
  }

  private static func read(_ path: String) throws -> String {
    let bytes = try FileText.read(path, limitBytes: 1 << 20)
    return String(decoding: try #require(bytes), as: UTF8.self)
  }
}
