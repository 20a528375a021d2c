import Testing

/// Who may import whom: strictly downward.
struct LayerTests {
  /// The rooms that each room may import.
  private static let allowed: [String: Set<String>] = [
    "Platform": [],
    "Diagnostics": [],
    "Values": ["Diagnostics"],
    "YAML": ["CYAMLShim", "Values", "Diagnostics"],
    "Liquid": ["Values", "Diagnostics"],
    "Messages": ["Values"],
    "Model": ["Values", "Diagnostics"],
    "Client": ["Messages", "Model", "Values", "Diagnostics"],
    "Spec": ["YAML", "Model", "Values", "Diagnostics"],
    "Planning": ["Model", "Values", "Diagnostics"],
    "Zendesk": ["Client", "Messages", "Model", "Values", "Diagnostics"],
    "Braze": ["Client", "Messages", "Model", "Values", "Diagnostics"],
    "Lints": ["Spec", "Zendesk", "Braze", "Liquid", "Model", "Values", "Diagnostics"],
    "Execution": [
      "Planning", "Client", "Messages", "Model", "Values", "Diagnostics", "Platform",
    ],
    "Emulator": ["Liquid", "Messages", "Values", "Platform"],
    "Scenarios": ["Emulator", "Spec", "YAML", "Messages", "Model", "Values", "Diagnostics"],
    "Rendering": [
      "Scenarios", "Execution", "Planning", "Client", "YAML", "Model", "Values", "Diagnostics",
    ],
    "EmulatorServer": ["Emulator", "Messages", "Values"],
    "Commands": [
      "Braze", "Client", "Diagnostics", "Emulator", "EmulatorServer", "Execution", "Lints",
      "Liquid",
      "Messages", "Model", "Planning", "Platform", "Rendering", "Scenarios", "Spec", "Values",
      "YAML", "Zendesk",
    ],
    "lockstep": ["Commands"],
  ]

  /// The libraries that each room may import.
  private static let libraries: [String: Set<String>] = [
    "Platform": ["SystemPackage", "Glibc", "Darwin", "Synchronization", "Dispatch"],
    "Diagnostics": ["Synchronization"],
    "Values": ["Crypto"],
    "Messages": ["HTTPTypes"],
    "Client": [
      "AsyncHTTPClient", "HTTPTypes", "NIOCore", "NIOSSL", "NIOHTTP1", "Synchronization",
    ],
    "Zendesk": ["HTTPTypes"],
    "Braze": ["HTTPTypes"],
    "Execution": ["Synchronization"],
    "Emulator": ["HTTPTypes", "Synchronization"],
    "Scenarios": ["HTTPTypes"],
    "EmulatorServer": ["Hummingbird", "HTTPTypes", "Logging", "NIOCore", "SystemPackage"],
    "Commands": ["ArgumentParser", "Synchronization", "Glibc", "Darwin"],
  ]

  @Test func `every room imports what it may and nothing else`() throws {
    for file in try Repository.files(in: "Sources", ".swift") {
      let may = (Self.allowed[file.room] ?? []).union(Self.libraries[file.room] ?? [])
      for module in file.imports {
        #expect(may.contains(module), "\(file) imports \(module)")
      }
    }
  }

  @Test func `every room of the manifest is in the table, with the same dependencies`() throws {
    let manifest = try Repository.read("Package.swift")
    for (room, rooms) in Self.allowed where room != "lockstep" {
      let start = try #require(
        manifest.firstRange(of: "room(\"\(room)\",")
          ?? manifest.firstRange(of: "room(\n      \"\(room)\",")
      )
      let list = manifest[start.upperBound...].prefix { $0 != "]" }
      let named = Set(list.split(separator: "\"").map(String.init))
        .intersection(Set(Self.allowed.keys).union(["CYAMLShim"]))
      #expect(named == rooms, "\(room)")
    }
  }

  @Test func `no file is longer than 400 lines, and the median is short`() throws {
    let files = try Repository.files(in: "Sources", ".swift")
    for file in files { #expect(file.lines.count <= 401, "\(file) has \(file.lines.count) lines") }
    let lengths = files.map(\.lines.count).sorted()
    #expect(lengths[lengths.count / 2] <= 120)
  }

  @Test func `only YAML and Platform use unsafe code`() throws {
    for file in try Repository.files(in: "Sources", ".swift")
    where !["YAML", "Platform"].contains(file.room) {
      #expect(!file.lines.contains { $0.contains("unsafe ") && !$0.contains("//") }, "\(file)")
    }
  }

  @Test func `nothing prints but the session`() throws {
    for file in try Repository.files(in: "Sources", ".swift") {
      #expect(!file.text.contains(" print("), "\(file)")
    }
  }
}
