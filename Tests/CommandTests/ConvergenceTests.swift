import Testing

@testable import Commands

/// After apply the plan is empty, and apply twice is apply once.
struct ConvergenceTests {
  private static let apply = ["apply", "--yes", "--allow-data-loss"]

  @Test(arguments: Array(UInt64(1)...200))
  func `after apply the plan is empty and a second apply writes nothing`(_ seed: UInt64)
    async throws
  {
    let stage = try Stage(named: "convergence")
    stage.set("TOKEN", "hush-hush")
    for content in 0..<UInt64(2) {
      var spec = GeneratedSpec(shape: seed, content: content)
      let text = spec.text()
      try stage.write(text, to: "integration.yaml")
      let applied = await stage.run(Self.apply)
      #expect(applied.status == .done, "\(applied.output)\n\(text)")
      let planned = await stage.run(["plan", "--detailed-exitcode"])
      #expect(planned.status == .done, "\(planned.output)\n\(text)")
      let before = try await stage.writes()
      let again = await stage.run(Self.apply)
      #expect(again.status == .done, "\(again.output)")
      #expect(try await stage.writes() == before)
      let drifted = await stage.run(["drift"])
      #expect(drifted.status == .done, "\(drifted.output)")
    }
  }

  @Test(arguments: Array(UInt64(1)...20))
  func `after the person's part the plan is empty, too`(_ seed: UInt64) async throws {
    let stage = try Stage(named: "handwork")
    stage.set("TOKEN", "hush-hush")
    for content in 0..<UInt64(2) {
      var spec = GeneratedSpec(shape: seed, content: content, hasHandwork: true)
      let text = spec.text()
      try stage.write(text, to: "integration.yaml")
      let applied = await stage.run(Self.apply)
      #expect(applied.status == .done, "\(applied.output)\n\(text)")
      #expect(await stage.run(["plan", "--detailed-exitcode"]).status == .changes)
      for step in [["runbook", "--perform"], ["attest", "braze.*"], Self.apply] {
        let done = await stage.run(step)
        #expect(done.status == .done, "\(done.output)\n\(text)")
      }
      for reading in [["plan", "--detailed-exitcode"], ["drift"]] {
        let read = await stage.run(reading)
        #expect(read.status == .done, "\(read.output)\n\(text)")
        #expect(!read.output.contains("hush-hush"))
      }
    }
  }

  @Test(arguments: Array(UInt64(1)...20))
  func `without the lock everything is found again by identity`(_ seed: UInt64) async throws {
    let stage = try Stage(named: "lost-lock")
    stage.set("TOKEN", "hush-hush")
    var spec = GeneratedSpec(shape: seed, content: 0)
    try stage.write(spec.text(), to: "integration.yaml")
    #expect(await stage.run(Self.apply).status == .done)
    let lock = try stage.read(".lockstep/local/lock.json")
    try stage.write(
      "{\"format_version\": 1, \"environments\": {}}",
      to: ".lockstep/local/lock.json"
    )
    let before = try await stage.writes()
    #expect(await stage.run(Self.apply).status == .done)
    #expect(try await stage.writes() == before)
    #expect(try stage.read(".lockstep/local/lock.json") == lock)
  }
}
