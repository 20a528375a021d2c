import HTTPTypes
import Messages
import Synchronization
import Testing
import Values

@testable import Commands

/// What holds for whole runs.
struct RunTests {
  /// A spec of `count` triggers in one category.
  private func spec(triggers count: Int) -> String {
    var text = """
      version: 1
      environments: {local: {emulator: .lockstep/local}}
      zendesk:
        trigger_categories:
          group: {name: Group}
        triggers:

      """
    for index in 0..<count {
      text += "    rule_\(index): {title: Rule \(index), "
      text += "category_id: !ref zendesk.trigger_categories.group, "
      text += "conditions: {all: [{field: status, operator: changed}]}, "
      text += "actions: [{field: status, value: open}]}\n"
    }
    return text
  }

  @Test func `lists alone are read, a hundred objects a page, of the spec's kinds alone`()
    async throws
  {
    let stage = try Stage(named: "lists")
    try stage.write(spec(triggers: 250), to: "integration.yaml")
    #expect(await stage.run(["apply", "--yes"]).status == .done)
    _ = try await stage.request("POST", "/_emulator/faults", "{\"faults\": []}")
    let before = try await stage.counts()
    #expect(await stage.run(["plan", "--detailed-exitcode"]).status == .done)
    let after = try await stage.counts()
    let sent = after.compactMapValues { $0 }.filter { before[$0.key] != $0.value }
    #expect(Set(sent.keys) == ["GET /api/v2/trigger_categories", "GET /api/v2/triggers"])
    // 250 of ours and those of a fresh account.
    #expect((after["GET /api/v2/triggers"] ?? 0) - (before["GET /api/v2/triggers"] ?? 0) == 3)
    #expect(
      (after["GET /api/v2/trigger_categories"] ?? 0)
        - (before["GET /api/v2/trigger_categories"] ?? 0) == 1
    )
  }

  @Test func `groups that fit into one request are arranged by one`() async throws {
    let stage = try Stage(named: "groups")
    var spec = "version: 1\nenvironments: {local: {emulator: .lockstep/local}}\nzendesk:\n"
    spec += "  trigger_categories: {a: {name: A}, b: {name: B}, c: {name: C}}\n  triggers:\n"
    for number in 0..<9 {
      let group = ["a", "b", "c"][number % 3]
      spec += "    rule_\(number): {title: Rule \(number), "
      spec += "category_id: !ref zendesk.trigger_categories.\(group), "
      spec += "conditions: {all: [{field: status, operator: changed}]}, "
      spec += "actions: [{field: status, value: open}]}\n"
    }
    try stage.write(spec, to: "integration.yaml")
    let applied = await stage.run(["apply", "--yes"])
    #expect(applied.status == .done, "\(applied.output)")
    #expect(try await stage.counts()["POST /api/v2/trigger_categories/jobs"] == 1)
    #expect(await stage.run(["plan", "--detailed-exitcode"]).status == .done)
  }

  @Test func `new triggers stand in the order of the spec however many are made at once`()
    async throws
  {
    let stage = try Stage(named: "order")
    try stage.write(spec(triggers: 40), to: "integration.yaml")
    #expect(await stage.run(["apply", "--yes", "--parallelism", "10"]).status == .done)
    let answer = try await stage.request("GET", "/api/v2/triggers?page[size]=100&sort=position")
    let titles = try Value(json: answer.body)["triggers"]?.items?.compactMap { $0["title"]?.text }
    let ours = titles?.filter { $0.hasPrefix("Rule ") }
    #expect(ours == (0..<40).map { "Rule \($0)" })
  }

  @Test(arguments: ["", "category_id: \"6100000000154\", "])
  func `without a category in the spec new triggers follow its order, too`(_ group: String)
    async throws
  {
    let stage = try Stage(named: "ungrouped")
    var text =
      "version: 1\nenvironments: {local: {emulator: .lockstep/local}}\nzendesk:\n  triggers:\n"
    for index in 0..<20 {
      text += "    rule_\(index): {title: Rule \(index), \(group)"
      text += "conditions: {all: [{field: status, operator: changed}]}, "
      text += "actions: [{field: status, value: open}]}\n"
    }
    try stage.write(text, to: "integration.yaml")
    let applied = await stage.run(["apply", "--yes", "--parallelism", "8"])
    #expect(applied.status == .done, "\(applied.output)")
    let answer = try await stage.request("GET", "/api/v2/triggers?page[size]=100&sort=position")
    let titles = try Value(json: answer.body)["triggers"]?.items?.compactMap { $0["title"]?.text }
    #expect(titles?.filter { $0.hasPrefix("Rule ") } == (0..<20).map { "Rule \($0)" })
    #expect(await stage.run(["plan", "--detailed-exitcode"]).status == .done)
  }

  @Test func `no more writes are in flight than --parallelism allows, and as many as it does`()
    async throws
  {
    let stage = try Stage(named: "parallel")
    try stage.write(spec(triggers: 30), to: "integration.yaml")
    let flight = Mutex((now: 0, most: 0))
    let status = await stage.run(["apply", "--yes", "--parallelism", "3"]) { base in
      Interposed(base: base) { request, base throws(TransportError) in
        guard request.method != .get else { return try await base.send(request) }
        flight.withLock { flight in
          flight.now += 1
          flight.most = max(flight.most, flight.now)
        }
        for _ in 0..<20 { await Task.yield() }
        defer { flight.withLock { $0.now -= 1 } }
        return try await base.send(request)
      }
    }.status
    #expect(status == .done)
    #expect(flight.withLock(\.most) == 3)
  }

  @Test func `an interrupted run finishes what is in flight, begins nothing new and says so`()
    async throws
  {
    let stage = try Stage(named: "interrupt")
    try stage.write(spec(triggers: 5), to: "integration.yaml")
    let count = Counter()
    let stopped = await stage.run(["apply", "--yes", "--parallelism", "1"]) { base in
      Interposed(base: base) { request, base throws(TransportError) in
        let response = try await base.send(request)
        if request.method == .post, count.next() == 2 { stage.stop.stop() }
        return response
      }
    }
    #expect(stopped.status == .partial)
    #expect(stopped.output.contains("Interrupted. Applied: 2 done, 0 failed, 4 skipped"))
    #expect(try await stage.writes() == 3)
    #expect(try stage.ids().count == 3)
  }

  @Test func `an order that was not set is not called done`() async throws {
    let stage = try Stage(named: "interrupt")
    let ordered = { (names: String) in
      spec(triggers: 2).replacing("{name: Group}", with: "{name: Group, order: [\(names)]}")
        .replacing(
          "status, value: open",
          with: "status, value: \(names.first == "t" ? "open" : "x")"
        )
    }
    try stage.write(
      ordered("rule_0, rule_1").replacing("value: x", with: "value: open"),
      to: "integration.yaml"
    )
    #expect(await stage.run(["apply", "--yes"]).status == .done)
    try stage.write(
      ordered("rule_1, rule_0").replacing("value: x", with: "value: solved"),
      to: "integration.yaml"
    )
    let stopped = await stage.run(["apply", "--yes"]) { base in
      Interposed(base: base) { request, base throws(TransportError) in
        let response = try await base.send(request)
        if request.method == .put { stage.stop.stop() }
        return response
      }
    }
    #expect(stopped.status == .partial, "\(stopped.output)")
    #expect(try await stage.counts()["POST /api/v2/trigger_categories/jobs"] == 1)
    let fresh = try #require(try stage.read(".lockstep/local/lock.json"))
    #expect(fresh.contains("zendesk.trigger_categories.group"))
  }

  @Test func `a secret goes to the API and nowhere else`() async throws {
    let stage = try Stage(named: "secret")
    stage.set("TOKEN", "hush-hush-4711")
    let text = """
      version: 1
      environments: {local: {emulator: .lockstep/local}}
      zendesk:
        webhooks:
          hook:
            name: Hook
            endpoint: https://example.com
            http_method: POST
            request_format: json
            authentication: {type: bearer_token, data: {token: !env TOKEN}}

      """
    // Under the emulator a secret is a dummy, which must not show either.
    try stage.write(text, to: "integration.yaml")
    var shown = ""
    let sent = Mutex<[String]>([])
    for arguments in [
      ["validate"], ["show"], ["show", "--format", "json"], ["plan", "--out", "saved"],
      ["plan", "--format", "json"], ["apply", "--yes"], ["apply", "--yes", "--set-secrets"],
      ["plan", "--set-secrets", "--format", "json"], ["drift"],
    ] {
      shown += await stage.run(arguments) { base in
        Interposed(base: base) { request, base throws(TransportError) in
          sent.withLock { $0.append(String(decoding: request.body, as: UTF8.self)) }
          return try await base.send(request)
        }
      }.output
    }
    shown += try stage.read("saved") ?? ""
    shown += try stage.read(".lockstep/local/lock.json") ?? ""
    #expect(!shown.contains("hush") && !shown.contains("dummy-TOKEN"))
    #expect(sent.withLock { $0.contains { $0.contains("dummy-TOKEN") } })
  }

  @Test func `the order in which the API lists objects does not matter`() async throws {
    let stage = try Stage(named: "shuffled")
    stage.set("TOKEN", "x")
    for seed in 1...20 as ClosedRange<UInt64> {
      var spec = GeneratedSpec(shape: seed, content: 0)
      try stage.write(spec.text(), to: "integration.yaml")
      _ = try await stage.request("POST", "/_emulator/reset")
      try stage.write(
        "{\"format_version\": 1, \"environments\": {}}",
        to: ".lockstep/local/lock.json"
      )
      #expect(await stage.run(["apply", "--yes"]).status == .done)
      var other = GeneratedSpec(shape: seed, content: 1)
      try stage.write(other.text(), to: "integration.yaml")
      let straight = await stage.run(["plan", "--format", "json"]).output
      let shuffled = await stage.run(["plan", "--format", "json"]) { base in
        Interposed(base: base) { request, base throws(TransportError) in
          var response = try await base.send(request)
          if request.method == .get { response.body = Self.reversed(response.body) }
          return response
        }
      }.output
      #expect(straight == shuffled)
    }
  }

  /// The answer with its list turned around.
  private static func reversed(_ body: [UInt8]) -> [UInt8] {
    guard let members = try? Value(json: body).members else { return body }
    let turned = members.mapValues { value in
      value.items.map { Value.list($0.reversed()) } ?? value
    }
    return Array(Value.object(turned).json().utf8)
  }
}
