import Testing

/// What the documents say is so.
struct DocumentTests {
  @Test func `the documents are there`() throws {
    for path in [
      "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
      "Docs/PlanFormat.md", "Docs/LockFormat.md", "Docs/Diagnostics.md", "integration.yaml.example",
      "Docs/Kinds.md", "Docs/Lints.md", "Docs/Templates.md", "Docs/Scenarios.md",
      "Docs/integration.schema.json",
    ] {
      #expect(try !Repository.read(path).isEmpty, "\(path)")
    }
  }

  @Test func `every code of a diagnostic is documented`() throws {
    let documented = try Repository.read("Docs/Diagnostics.md")
    for file in try Repository.files(in: "Sources", ".swift") {
      for line in file.lines {
        guard let start = line.firstRange(of: "code: \"") else { continue }
        let code = line[start.upperBound...].prefix { $0 != "\"" }
        guard code.contains("-"), file.room != "Emulator" else { continue }
        #expect(documented.contains("`\(code)`"), "\(file): \(code)")
      }
    }
  }

  @Test func `README names every command and every exit status`() throws {
    let readme = try Repository.read("README.md")
    for command in [
      "validate", "show", "plan", "apply", "drift", "test", "emulator", "render", "schema",
      "completions",
    ] {
      #expect(readme.contains("lockstep \(command)"), "\(command)")
    }
    for status in 0...9 { #expect(readme.contains("| \(status) |"), "\(status)") }
  }
}
