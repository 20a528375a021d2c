import Diagnostics
import Model
import Platform
import Testing
import Values

@testable import Execution

struct LockTests {
  private func lock() throws -> Lock {
    let digest = Digest(of: "x")
    return Lock(environments: [
      "production": [
        try #require(Address("zendesk.triggers.b")): Baseline(
          kind: "zendesk.trigger",
          id: "2",
          digests: ["title": digest, "active": digest]
        ),
        try #require(Address("zendesk.triggers.a")): Baseline(
          kind: "zendesk.trigger",
          id: "1",
          digests: [:]
        ),
      ],
      "sandbox": [:],
    ])
  }

  @Test func `what is written is read again, in canonical order`() throws {
    let lock = try lock()
    let text = LockText.text(of: lock)
    #expect(try LockText.lock(in: SourceText(name: "lock", text: text)) == lock)
    let first = try #require(text.firstRange(of: "triggers.a"))
    let second = try #require(text.firstRange(of: "triggers.b"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(text.hasSuffix("}\n"))
  }

  @Test(arguments: [
    ("", "lock-damaged", 1), ("[]", "lock-damaged", 1),
    ("{\n  \"format_version\": 2\n}", "lock-too-new", 2),
    ("{\n<<<<<<< HEAD\n", "lock-damaged", 2),
    (
      "{\"format_version\": 1,\n\"environments\": {\"p\": {\n\"no address\": {}}}}", "lock-damaged",
      3
    ),
    (
      "{\"format_version\": 1,\n\"environments\": {\"p\":\n{\"zendesk.triggers.a\": {\"id\": 5}}}}",
      "lock-damaged", 3
    ),
    (
      "{\"format_version\": 1, \"environments\": {\"p\": {\n\"zendesk.triggers.a\": "
        + "{\"kind\": \"k\", \"id\": \"5\", \"attributes\": {\"title\": \"short\"}}}}}",
      "lock-damaged", 2
    ),
  ])
  func `a damaged lock is refused with its place`(_ text: String, _ code: String, _ line: Int) {
    #expect { try LockText.lock(in: SourceText(name: "lock", text: text)) } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.code == code && diagnostic?.range?.place.line == line
    }
  }

  @Test func `writing one environment leaves the others alone`() throws {
    let path = try Folder.realPath("/tmp") + "/lockstep-lock-\(UInt64.random(in: 0 ... .max)).json"
    let production = LockFile(path: path, name: "lock", environment: "production")
    let sandbox = LockFile(path: path, name: "lock", environment: "sandbox")
    let baselines = try #require(lock().environments["production"])
    try production.write(baselines)
    try sandbox.write([
      try #require(Address("zendesk.webhooks.w")): Baseline(kind: "k", id: "9", digests: [:])
    ])
    #expect(try production.baselines() == baselines)
    #expect(try sandbox.baselines().count == 1)
    try Folder.remove(file: path)
    #expect(try production.baselines().isEmpty)
  }

  private static let kinds = [
    Kind(
      "zendesk.trigger",
      collection: "triggers",
      summary: "",
      page: "",
      identity: .attribute("title"),
      schema: [:],
      examples: []
    )
  ]

  @Test(arguments: [
    (
      "zendesk.foo.bar", "zendesk.foo",
      "zendesk.foo.bar is of a section that this version does not know."
    ),
    (
      "zendesk.trigers.a", "zendesk.trigger",
      "this version does not know. Did you mean \"zendesk.triggers\"?"
    ),
    (
      "zendesk.triggers.a", "zendesk.webhook",
      "is in the section of the kind zendesk.trigger, and its kind is \"zendesk.webhook\"."
    ),
  ])
  func `an entry of no known kind is refused with its place, and nothing is lost`(
    _ address: String,
    _ kind: String,
    _ reason: String
  ) throws {
    let path = try Folder.realPath("/tmp") + "/lockstep-lock-\(UInt64.random(in: 0 ... .max)).json"
    defer { #expect(throws: Never.self) { try Folder.remove(file: path) } }
    let file = LockFile(path: path, name: "lock", environment: "production")
    var lock = try lock()
    let entry = Baseline(kind: kind, id: "9", digests: [:])
    lock.environments["alpha"] = [try #require(Address(address)): entry]
    lock.environments["production"]?[try #require(Address(address))] = entry
    let text = LockText.text(of: lock)
    try AtomicFile.write(Array(text.utf8), to: path)
    #expect {
      try file.baselines(of: Self.kinds)
    } throws: { error in
      let diagnostic = error as? Diagnostic
      let line = diagnostic?.range?.place.line ?? 0
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let production = lines.firstIndex { $0.contains("production") } ?? 0
      return diagnostic?.code == "lock-unknown-entry" && line > production + 1
        && lines[line - 1].contains(address) && diagnostic?.detail.contains(reason) == true
    }
    #expect(try FileText.read(path, limitBytes: 1 << 20).map { $0 == Array(text.utf8) } == true)
    // Another environment's entries are written back as they are.
    let sandbox = LockFile(path: path, name: "lock", environment: "sandbox")
    #expect(try sandbox.baselines(of: Self.kinds).isEmpty)
  }
}
