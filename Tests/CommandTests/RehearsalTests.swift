import Messages
import Testing
import Values

@testable import Commands

/// A person's part on an emulator: what is there already, and what the emulator does not take.
struct RehearsalTests {
  private static let group = "6ff593d7-cf69-448b-aca9-abf7d7b8c273"
  private static let other = "0c5b8a5e-2f0d-4d54-9b60-1c0f6a0c9a77"

  private static let spec = """
    version: 1
    environments: {local: {emulator: .lockstep/local}}
    braze:
      subscription_groups: {g: {id: \(group), name: Support}}
      keyword_categories:
        k: {name: Kay, subscription_group: !ref braze.subscription_groups.g, keywords: [KAY], reply: Hi}

    """

  private func answer(_ stage: Stage, _ path: String) async throws -> Value {
    try Value(json: try await stage.request("GET", "/_emulator/braze/\(path)").body)
  }

  @Test func `what is there already is changed, in its own group alone`() async throws {
    let stage = try Stage(named: "rehearsal")
    try stage.write(Self.spec, to: "integration.yaml")
    for (id, name) in [(Self.other, "Other"), (Self.group, "Old name")] {
      let body = "{\"id\": \"\(id)\", \"name\": \"\(name)\", \"channel\": \"sms\"}"
      let made = try await stage.request("POST", "/_emulator/braze/subscription_groups", body)
      #expect(made.status == 201)
      let category =
        "{\"name\": \"Kay\", \"subscription_group_id\": \"\(id)\", \"keywords\": [\"OLD\"], "
        + "\"reply\": \"Old\"}"
      let kept = try await stage.request("POST", "/_emulator/braze/keyword_categories", category)
      #expect(kept.status == 201)
    }
    let (output, status) = await stage.run(["runbook", "--perform"])
    #expect(status == .done, "\(output)")
    #expect(output.contains("! changed braze.subscription_groups.g"))
    #expect(output.contains("! changed braze.keyword_categories.k"))
    let groups = try await answer(stage, "subscription_groups")["subscription_groups"]?.items ?? []
    #expect(groups.map { $0["name"] } == ["Other", "Support"])
    let list = try await answer(stage, "keyword_categories")["keyword_categories"]?.items ?? []
    #expect(list.map { $0["reply"] } == ["Old", "Hi"])
    #expect(list.map { $0["keywords"] } == [["OLD"], ["KAY"]])
    // Once more changes nothing, and nothing is attested by it.
    #expect(await stage.run(["runbook", "--perform"]).status == .done)
    #expect(try await answer(stage, "keyword_categories")["keyword_categories"]?.items?.count == 2)
    #expect(await stage.run(["plan", "--detailed-exitcode"]).status == .changes)
  }

  @Test func `what the emulator does not take is told at its line, and what was done is kept`()
    async throws
  {
    let stage = try Stage(named: "rehearsal")
    try stage.write(Self.spec, to: "integration.yaml")
    let made = try await stage.request(
      "POST",
      "/_emulator/braze/subscription_groups",
      "{\"id\": \"\(Self.group)\", \"name\": \"Support\", \"channel\": \"sms\"}"
    )
    #expect(made.status == 201)
    let taken =
      "{\"name\": \"Elsewhere\", \"subscription_group_id\": \"\(Self.group)\", "
      + "\"keywords\": [\"KAY\"], \"reply\": \"Taken\"}"
    let other = try await stage.request("POST", "/_emulator/braze/keyword_categories", taken)
    #expect(other.status == 201)
    let (output, status) = await stage.run(["runbook", "--perform"])
    #expect(status == .partial)
    #expect(output.contains("! changed braze.subscription_groups.g"))
    #expect(output.contains("integration.yaml:6:5: error"))
    #expect(output.contains("[rehearsal-failed]"))
    #expect(output.contains("KAY is taken"))
  }

  @Test func `a change that only a message's words tell is made whole`() async throws {
    let stage = try Stage(named: "rehearsal")
    try stage.write(
      """
      version: 1
      environments: {local: {emulator: .lockstep/local}}
      braze:
        campaigns:
          c:
            name: C
            channel: webhook
            delivery: {type: api_triggered}
            webhook:
              url: https://a.example
              method: POST
              headers: {Authorization: !basic {username: u, password: !env P}}
              body: "{}"

      """,
      to: "integration.yaml"
    )
    #expect(await stage.run(["runbook", "--perform"]).status == .done)
    #expect(await stage.run(["attest", "braze.campaigns.c"]).status == .done)
    let id = try #require(try stage.ids()["braze.campaigns.c"])
    let patch = "{\"webhook\": {\"headers\": {\"X-More\": \"1\"}, \"body\": \"{\\\"a\\\": 1}\"}}"
    #expect(
      try await stage.request("PATCH", "/_emulator/braze/campaigns/\(id)", patch).status == 200
    )
    let (runbook, _) = await stage.run(["runbook"])
    #expect(runbook.contains("> `X-More`: from a value that is not shown to nothing"))
    #expect(await stage.run(["runbook", "--perform"]).status == .done)
    let plan = await stage.run(["plan", "--detailed-exitcode"])
    #expect(plan.status == .done, "\(plan.output)")
    let campaign = try await answer(stage, "campaigns/\(id)")
    #expect(campaign["webhook"]?["headers"] == ["Authorization": "Basic dTpkdW1teS1Q"])
    // Neither what is written out nor what is remembered holds the secret.
    let (text, _) = await stage.run(["attest", "--list"])
    #expect(!text.contains("dTpkdW1teS1Q") && !runbook.contains("dTpkdW1teS1Q"))
  }

  @Test func `attesting is all or nothing`() async throws {
    let stage = try Stage(named: "rehearsal")
    let campaign = """
        campaigns:
          c: {name: C, channel: sms, delivery: {type: api_triggered},
              sms: {subscription_group: !ref braze.subscription_groups.g, body: Hi}}

      """
    try stage.write(Self.spec + campaign, to: "integration.yaml")
    let both = ["attest", "braze.keyword_categories.k", "braze.campaigns.c"]
    let (output, status) = await stage.run(both)
    #expect(status == .failed)
    #expect(output.contains("[not-attestable]"))
    #expect(try stage.read(".lockstep/local/lock.json") == nil)
    #expect(await stage.run(["attest", "braze.keyword_categories.k"]).status == .done)
    #expect(try #require(try stage.read(".lockstep/local/lock.json")).contains("attested"))
    // Nothing is left of what no API reads once its attestation is taken back.
    #expect(await stage.run(["attest", "--revoke", "braze.*"]).status == .done)
    #expect(try #require(try stage.read(".lockstep/local/lock.json")).contains("keyword") == false)
  }
}
