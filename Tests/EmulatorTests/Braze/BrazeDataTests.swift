import HTTPTypes
import Testing
import Values

@testable import Emulator

@Suite struct `Custom attributes and events of the emulated Braze` {
  private let visitor: Visitor

  init() throws {
    visitor = try Visitor.braze()
  }

  private func attributes() async throws -> Value? {
    try await visitor.get("/custom_attributes").body["attributes"]
  }

  @Test(
    arguments: [
      ("x", "String"), ("2027-01-15T08:00:00Z", "Date"), ("2027-01-15", "String"), (1, "Number"),
      (.decimal("1.5"), "Number"), (true, "Boolean"), (["a"], "Array"),
      ([["a": 1]], "Object Array"),
      (["a": 1], "Object"),
    ] as [(Value, String)]
  )
  func `an attribute is there from its first use on`(_ value: Value, _ type: String) async throws {
    #expect(try await attributes() == [])
    try await visitor.track(["external_id": "u", "a": value, "b": .null])
    #expect(
      try await attributes() == [
        [
          "array_length": type == "Array" ? 25 : .null,
          "data_type": .string("\(type) (Automatically Detected)"), "description": .null,
          "name": "a", "status": "Active", "tag_names": [],
        ]
      ]
    )
    try await visitor.track(["external_id": "u", "a": [["other": 1]]])
    let again = try await attributes()
    #expect(again?.column("data_type") == ["\(type) (Automatically Detected)"])
  }

  @Test func `the next page of attributes is in a header alone`() async throws {
    for start in [60, 0] {
      var attributes: Members = ["external_id": "u"]
      for number in start..<(start + 60) { attributes["a\(number + 100)"] = 1 }
      try await visitor.track(.object(attributes))
    }
    var names: [[String]] = []
    var next: String? = "/custom_attributes"
    while let path = next, names.count < 9 {
      let reply = try await visitor.get(path)
      names.append(reply.body["attributes"]?.column("name") ?? [])
      #expect(reply.body.members?.keys == ["message", "attributes"])
      let link = reply.header("link")
      next = link.map { String($0.dropFirst().prefix { $0 != ">" }) }
      if let link {
        #expect(link.hasPrefix("<https://braze.localhost/custom_attributes?cursor="))
        #expect(link.hasSuffix(">; rel=\"next\""))
      }
    }
    #expect(names.map(\.count) == [50, 50, 20])
    #expect(names.flatMap { $0 } == (100..<220).map { "a\($0)" })
    #expect(try await visitor.get("/custom_attributes?cursor=!").status == 400)
  }

  @Test func `fifty attributes are one page`() async throws {
    var attributes: Members = ["external_id": "u"]
    for number in 0..<50 { attributes["a\(number)"] = 1 }
    try await visitor.track(.object(attributes))
    #expect(try await visitor.get("/custom_attributes").header("link") == nil)
  }

  @Test func `a blocked attribute is not written any more`() async throws {
    let path = "/custom_attributes/blocklist"
    try await visitor.track(["external_id": "u", "a": 1])
    let block: Value = ["custom_attribute_names": ["a"], "blocklisted": true]
    #expect(try await visitor.send(.post, path, block).body == ["message": "success"])
    #expect(try await attributes()?.column("status") == ["Blocklisted"])
    try await visitor.track(["external_id": "u", "a": 2])
    #expect(try await visitor.customAttributes("u") == ["a": 1])
    let free: Value = ["custom_attribute_names": ["a"], "blocklisted": false]
    #expect(try await visitor.send(.post, path, free).status == 200)
    #expect(try await attributes()?.column("status") == ["Active"])
    let wrong: [Value] = [
      [:], ["custom_attribute_names": ["a"]], ["custom_attribute_names": [], "blocklisted": true],
      ["custom_attribute_names": [1], "blocklisted": true],
      ["custom_attribute_names": ["b"], "blocklisted": true],
    ]
    for body in wrong { #expect(try await visitor.send(.post, path, body).status == 400) }
  }

  @Test func `the dashboard chooses a type`() async throws {
    let door = "/_emulator/braze/custom_attributes/zendesk%20ticket"
    let body: Value = ["data_type": "Number", "description": "d", "tag_names": ["t"]]
    let chosen = try await visitor.send(.put, door, body)
    #expect(chosen.status == 200)
    let expected: Value = [
      "array_length": .null, "data_type": "Number", "description": "d", "name": "zendesk ticket",
      "status": "Active", "tag_names": ["t"],
    ]
    #expect(chosen.body == expected)
    try await visitor.track(["external_id": "u", "zendesk ticket": "x"])
    #expect(try await attributes() == [expected])
    #expect(try await visitor.send(.put, door, ["data_type": "Int"]).status == 400)
    for name in ["first_name", "_merge_objects", "external_id"] {
      let place = "/_emulator/braze/custom_attributes/\(name)"
      #expect(try await visitor.send(.put, place, ["data_type": "String"]).status == 400)
    }
  }

  @Test func `events are listed by name, 250 a page`() async throws {
    for start in stride(from: 0, to: 255, by: 75) {
      let events = (start..<min(start + 75, 255)).reversed().map { number -> Value in
        ["external_id": "u", "name": .string("e\(number + 100)"), "time": "2027-01-01"]
      }
      #expect(
        try await visitor.send(.post, "/users/track", ["events": .list(events)]).status == 201
      )
    }
    let first = try await visitor.get("/events/list")
    #expect(first.body["message"] == "success")
    #expect(first.body["events"]?.items?.count == 250)
    #expect(first.body["events"]?.items?.first == "e100")
    let second = try await visitor.get("/events/list?page=1")
    #expect(second.body["events"] == ["e350", "e351", "e352", "e353", "e354"])
    #expect(try await visitor.get("/events/list?page=9000000000000000000").body["events"] == [])
    #expect(try await visitor.get("/events/list?page=x").status == 400)
  }
}
