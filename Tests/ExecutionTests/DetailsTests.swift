import Client
import Diagnostics
import Model
import Planning
import Testing
import Values

@testable import Execution

/// What is read of objects by themselves, and how often.
struct DetailsTests {
  private static let block = Kind(
    "test.block",
    collection: "blocks",
    summary: "A block.",
    page: "https://example.test/blocks",
    identity: .attribute("name"),
    schema: [
      "name": Attribute(.text, "Its name."), "content": Attribute(.text, "Its text."),
      "state": Attribute(.text, "Never told.").comparedIfRead,
    ],
    endpoints: Endpoints(
      "/blocks",
      many: "blocks",
      paging: .offset(limit: 1000),
      calls: Endpoints.Calls(id: "id", read: "/block"),
      details: .since("edited")
    ),
    examples: []
  )
  private static let campaign = Kind(
    "test.campaign",
    collection: "campaigns",
    summary: "A campaign.",
    page: "https://example.test/campaigns",
    identity: .attribute("name"),
    schema: ["name": Attribute(.text, "Its name."), "archived": Attribute(.boolean, "Its state.")],
    endpoints: Endpoints(
      "/campaigns",
      many: "campaigns",
      paging: .numbered(size: 100, parameters: ""),
      retired: Criterion("archived", is: true),
      calls: Endpoints.Calls(id: "id", read: "/campaign"),
      details: .always
    ),
    examples: []
  )
  private static let word = Kind(
    "test.word",
    collection: "words",
    summary: "A word.",
    page: "https://example.test/words",
    identity: .attribute("name"),
    mode: .attested,
    schema: ["name": Attribute(.text, "Its name.")],
    examples: []
  )

  private static let blocks = #"{"blocks":[{"id":"b1","name":"A","edited":"t1","tags":[]}]}"#
  private static let wholeBlock = #"{"name":"A","content":"new","edited":"t2"}"#

  private static func resource(_ kind: Kind, _ name: String, _ attributes: Members) -> Resource {
    let source = SourceText(name: "a.yaml", text: "")
    return Resource(
      address: kind.address(name),
      kind: kind,
      attributes: attributes,
      range: SourceRange(startOf: source)
    )
  }

  private static let wanted = resource(
    block,
    "a",
    ["name": "A", "content": "text", "state": "active"]
  )

  private static func remembered(version: String?, content: Value = "text") -> Baseline {
    let object = RemoteObject(
      id: "b1",
      attributes: ["name": "A", "content": content, "edited": version.map(Value.string) ?? .null]
    )
    return Baseline(of: object, kind: block, managed: wanted.managedNames, orders: [:])
  }

  private func read(
    _ shelf: Shelf,
    _ resources: [Resource],
    baselines: [Address: Baseline] = [:],
    selection: Selection = Selection()
  ) async throws(APIFailure) -> [String: [RemoteObject]] {
    let refresh = Refresh(clients: ["test": shelf.client])
    let kinds = Refresh.kinds(for: resources, selection: selection, among: [])
    return try await refresh.details(
      of: try await refresh.objects(of: kinds),
      for: resources,
      selection: selection,
      baselines: baselines
    )
  }

  @Test func `an object that did not change is not read again`() async throws {
    let shelf = Shelf(["/blocks?limit=1000": Self.blocks])
    let live = try await read(
      shelf,
      [Self.wanted],
      baselines: [Self.wanted.address: Self.remembered(version: "t1")]
    )
    #expect(shelf.requests == ["/blocks?limit=1000"])
    let object = try #require(live["test.block"]?.first)
    #expect(object.attributes["content"] == "text")
    #expect(object.attributes["tags"] == [])
    #expect(object.attributes["state"] == nil)
  }

  @Test(arguments: [
    remembered(version: "t0"), remembered(version: nil), remembered(version: "t1", content: "old"),
    nil,
  ])
  func `one that may be other than it was is read`(_ baseline: Baseline?) async throws {
    let shelf = Shelf(["/blocks?limit=1000": Self.blocks, "/block?id=b1": Self.wholeBlock])
    let live = try await read(
      shelf,
      [Self.wanted],
      baselines: baseline.map { [Self.wanted.address: $0] } ?? [:]
    )
    #expect(shelf.requests == ["/block?id=b1", "/blocks?limit=1000"])
    #expect(
      live["test.block"]?.first?.attributes
        == ["id": "b1", "name": "A", "edited": "t2", "tags": [], "content": "new"]
    )
  }

  @Test func `a baseline remembers the version of its object`() {
    #expect(Self.remembered(version: "t1").version == "t1")
    #expect(Self.remembered(version: nil).version == nil)
  }

  @Test func `each declared object is one request, ten at a time, and no other`() async throws {
    let numbers = 1...30
    let items = numbers.map { #"{"id":"c\#($0)","name":"N\#($0)"}"# }
    var answers = ["/campaigns?page=0": #"{"campaigns":[\#(items.joined(separator: ","))]}"#]
    for number in numbers {
      answers["/campaign?id=c\(number)"] = #"{"name":"N\#(number)","archived":false}"#
    }
    let shelf = Shelf(answers)
    let resources = numbers.dropLast(5).map { number in
      Self.resource(Self.campaign, "n\(number)", ["name": .string("N\(number)")])
    }
    let live = try await read(shelf, resources)
    #expect(shelf.requests.count == 26)
    #expect(shelf.mostAtOnce == 10)
    #expect(live["test.campaign"]?.map(\.id) == numbers.map { "c\($0)" })
    #expect(live["test.campaign"]?.filter { $0.attributes["archived"] == false }.count == 25)
  }

  @Test func `what is left out is not read, and what no API tells is not asked for`() async throws {
    let shelf = Shelf(["/blocks?limit=1000": Self.blocks, "/block?id=b1": Self.wholeBlock])
    let other = Self.resource(Self.campaign, "n", ["name": "N"])
    let word = Self.resource(Self.word, "w", ["name": "W"])
    let selection = Selection(only: ["test.blocks.*", "test.words.*"])
    _ = try await read(shelf, [Self.wanted, other, word], selection: selection)
    #expect(shelf.requests == ["/block?id=b1", "/blocks?limit=1000"])
  }

  private static func twins(_ first: Bool, _ second: Bool) -> Shelf {
    Shelf([
      "/campaigns?page=0":
        #"{"campaigns":[{"id":"c1","name":"N"},{"id":"c2","name":"N"},{"id":"c3","name":"M"}]}"#,
      "/campaign?id=c1": #"{"name":"N","archived":\#(first)}"#,
      "/campaign?id=c2": #"{"name":"N","archived":\#(second)}"#,
    ])
  }

  @Test(arguments: [(true, false, ["c2", "c3"]), (true, true, ["c1", "c2", "c3"])])
  func `what is archived gives way to what is not`(
    _ first: Bool,
    _ second: Bool,
    _ left: [String]
  ) async throws {
    let shelf = Self.twins(first, second)
    let live = try await read(shelf, [Self.resource(Self.campaign, "n", ["name": "N"])])
    #expect(live["test.campaign"]?.map(\.id) == left)
    #expect(shelf.requests == ["/campaign?id=c1", "/campaign?id=c2", "/campaigns?page=0"])
  }

  @Test func `two that are in use stay two`() async throws {
    let resource = Self.resource(Self.campaign, "n", ["name": "N"])
    let live = try await read(Self.twins(false, false), [resource])
    let places = Whereabouts(of: [resource], in: live, baselines: [:])
    #expect(places.objects.isEmpty)
    #expect(places.rivals[resource.address]?.count == 2)
  }

  @Test func `what is listed and is not there decides nothing`() async {
    let shelf = Shelf(["/blocks?limit=1000": Self.blocks])
    do throws(APIFailure) {
      _ = try await read(shelf, [Self.wanted])
      Issue.record("it was read")
    } catch {
      #expect(error.cause == .incomplete)
      #expect(error.advice?.contains("block b1 is on the list") == true)
    }
  }
}
