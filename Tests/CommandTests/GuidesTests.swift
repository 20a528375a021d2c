import Diagnostics
import Platform
import Testing
import YAML

/// `Docs/Guides.md` leads from each step of the guides to the line of the example that replaces it.
struct GuidesTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  /// `Scripts/record` rewrites the lines.
  private static let isRecording = ProcessEnvironment.current["LOCKSTEP_RECORD"] == "1"
  private static let page = root + "/Docs/Guides.md"

  /// The steps by their numbers in the guides, as often as each has something to do.
  private static let steps = [
    "Zendesk Chat": [
      "Prerequisites": 3, "1.1": 1, "1.2": 1, "1.3": 1, "1.4": 1, "2": 1, "2.1": 1, "2.2": 3,
      "3": 2,
      "3.1": 1, "3.2": 1, "3.3": 1, "4": 5, "5": 1, "6": 1, "6.1": 4, "6.2": 5, "6.3": 3, "6.4": 6,
      "6.5": 3,
    ],
    "Zendesk": [
      "Prerequisites": 4, "Braze 1": 7, "Braze 2": 2, "Identifier": 1, "Zendesk 1": 8,
      "Zendesk 2": 7,
    ],
  ]

  @Test func `every step leads to the line that replaces it`() throws {
    let text = try Self.read(Self.page)
    let example = try Self.example()
    let updated = text.replacing(/\[`([^`]+)`\]\(\.\.\/integration\.yaml\.example#L(\d+)\)/) {
      match in
      let line = example[String(match.1)] ?? 0
      if !Self.isRecording {
        #expect(
          Int(match.2) == line,
          "\(match.1) is on line \(line); Scripts/record writes it anew"
        )
      }
      return "[`\(match.1)`](../integration.yaml.example#L\(line))"
    }
    #expect(!updated.contains("#L0)"), "a path that the example does not have")
    if Self.isRecording { try AtomicFile.write(Array(updated.utf8), to: Self.page) }
  }

  @Test func `no step is left out`() throws {
    let sections = try Self.read(Self.page).split(separator: "\n## ").dropFirst()
    #expect(sections.count == Self.steps.count + 1)
    for section in sections.dropLast() {
      let name = String(section.prefix { $0 != ":" })
      let numbers = section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
        .map { $0.dropFirst(2).prefix { $0 != "|" }.split(separator: " ").joined(separator: " ") }
      let counts = Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +)
      #expect(counts == Self.steps[name])
    }
  }

  @Test func `every resource of the example is there for a step`() throws {
    let text = try Self.read(Self.page)
    // Text that is only there so that types agree, which no guide thinks of.
    let unasked = [
      "braze.custom_attributes.zendesk_finished_ticket",
      "braze.custom_attributes.zendesk_requester", "braze.custom_attributes.zendesk_ticket",
      "braze.custom_attributes.zendesk_ticket_open",
    ]
    let resources = try Self.example().keys.filter { path in
      path.split(separator: ".").count == 3 && !path.hasPrefix("environments.")
    }
    #expect(resources.count >= 21)
    #expect(
      resources.filter { !text.contains("`\($0)") }.sorted() == unasked
    )
  }

  /// The line of each key of the example, by its path.
  private static func example() throws -> [String: Int] {
    let text = try read(root + "/integration.yaml.example")
    let document = YAMLDocument.parse(Array(text.utf8), name: "integration.yaml.example")
    let node = try #require(document.root)
    var lines: [String: Int] = [:]
    note(node, at: "", in: &lines)
    return lines
  }

  private static func note(_ node: Node, at path: String, in lines: inout [String: Int]) {
    guard case .mapping(let entries) = node.content else { return }
    for entry in entries {
      guard case .scalar(let key) = entry.key.content else { continue }
      let inner = path.isEmpty ? key.text : "\(path).\(key.text)"
      lines[inner] = Int(entry.key.range.start.line)
      note(entry.value, at: inner, in: &lines)
    }
  }

  private static func read(_ path: String) throws -> String {
    let bytes = try FileText.read(path, limitBytes: 1 << 20)
    return String(decoding: try #require(bytes), as: UTF8.self)
  }
}
