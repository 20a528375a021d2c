import Emulator
import Testing

/// What the page about the emulator says is all there is.
struct EmulatorDocumentTests {
  @Test func `every open fact is told, with what each reading means, and no other`() throws {
    let page = try Repository.read("Docs/Emulator.md")
    let heading = try #require(page.firstRange(of: "## What the vendors leave open\n"))
    let rows = page[heading.upperBound...].split(separator: "\n").filter { $0.hasPrefix("| `") }
    let expected = OpenFact.allCases.flatMap { fact in
      fact.readings.map { "| `\(fact.rawValue)` | `\($0.name)` | \($0.meaning) |" }
    }
    #expect(rows.map { String($0) } == expected)
  }

  @Test(arguments: Occurrence.allCases)
  func `everything that can happen is told`(_ occurrence: Occurrence) throws {
    let page = try Repository.read("Docs/Emulator.md")
    let start = try #require(page.firstRange(of: "## The wire\n")?.upperBound)
    let end = try #require(page.firstRange(of: "## What the vendors leave open\n")?.lowerBound)
    let rows = page[start..<end].split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(
      rows.contains { row in
        (row.split(separator: "|").first ?? "").contains("`\(occurrence.rawValue)`")
      }
    )
  }
}
