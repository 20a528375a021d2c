import Lints
import Model
import Platform
import Rendering
import Testing
import Values

@testable import Commands

/// What is generated from the kinds and the lints and kept in the repository is what would be generated now.
struct ReferenceTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  /// `Scripts/record` rewrites the files.
  private static let isRecording = ProcessEnvironment.current["LOCKSTEP_RECORD"] == "1"

  private static let generated = [
    "Docs/Lints.md": LintsMarkdown.text(of: Linter.lints),
    "Docs/Kinds.md": KindsMarkdown.text(of: LoadedSpec.kinds),
    "Docs/integration.schema.json":
      SpecSchema.value(of: LoadedSpec.kinds).json(.pretty) + "\n",
  ]

  @Test(arguments: generated.keys.sorted())
  func `the reference is up to date`(_ name: String) throws {
    let path = Self.root + "/" + name
    let text = try #require(Self.generated[name])
    if Self.isRecording {
      try AtomicFile.write(Array(text.utf8), to: path)
    } else {
      let bytes = try FileText.read(path, limitBytes: 1 << 24)
      let isUpToDate = bytes == Array(text.utf8)
      #expect(isUpToDate, "\(name) is not what the program says; Scripts/record writes it anew")
    }
  }

  @Test func `the reference names every attribute, and how each kind is found`() throws {
    let text = try #require(Self.generated["Docs/Kinds.md"])
    for kind in LoadedSpec.kinds {
      #expect(text.contains("## \(kind.system).\(kind.collection)\n"))
      #expect(text.contains(kind.page))
      #expect(text.contains("`\(kind.identity.attribute)`"))
      for attribute in kind.schema { #expect(text.contains("| `\(attribute.name)` |")) }
      for example in kind.examples { #expect(text.contains(example.title)) }
    }
  }

  @Test func `the settings for editors name every tag of the language`() async throws {
    let readme = try FileText.read(Self.root + "/README.md", limitBytes: 1 << 20)
    let text = String(decoding: try #require(readme), as: UTF8.self)
    let stage = try Stage(named: "tags")
    try stage.write("version: 1\nvariables: {x: !nothing y}\n", to: "integration.yaml")
    let known = await stage.run(["validate"]).output.replacing("\n!   ", with: " ")
    let list = try #require(known.firstRange(of: "Known tags: "))
    let tags = known[list.upperBound...].prefix { $0 != "." }.split(separator: ", ")
    #expect(tags.count >= 10)
    let missing = tags.filter { !text.contains("\"\($0) ") }
    #expect(missing == [])
  }
}
