import Client
import Model
import Values

extension Kind {
  static func thing(
    update: Endpoints.Update = .put,
    sort: String? = "position",
    paging: Endpoints.Paging? = nil,
    tombstone: Criterion? = nil,
    chunk: Int? = nil
  ) -> Kind {
    Kind(
      "test.thing",
      collection: "things",
      summary: "A thing.",
      page: "https://example.test/things",
      identity: .attribute("name"),
      schema: ["name": Attribute(.text, "What it is called.").trimmed],
      endpoints: Endpoints(
        "/api/v2/things",
        one: "thing",
        many: "things",
        paging: paging ?? .cursor(sort: sort),
        update: update,
        arranging: chunk.map { chunk in
          Endpoints.Arranging(
            path: "/api/v2/things/jobs",
            ordering: Ordering(of: "test.thing", groupedBy: "group", position: "position"),
            chunk: chunk
          ) { placements in
            .list(placements.map { ["id": .string($0.id), "position": .integer($0.position)] })
          }
        },
        tombstone: tombstone
      ),
      examples: []
    )
  }
}

/// A client with the plain dialect and a clock of its own.
struct Rig {
  let transport: ScriptedTransport
  let time: ManualTime
  let client: APIClient

  init(
    _ steps: [ScriptedTransport.Step],
    dialect: PlainDialect = PlainDialect(),
    stopsAt: Duration? = nil,
    hiding secrets: [Secret] = [],
    observe: @escaping @Sendable (Exchange) -> Void = { _ in }
  ) {
    transport = ScriptedTransport(steps)
    time = ManualTime(stopsAt: stopsAt)
    client = APIClient(
      transport: transport,
      dialect: dialect,
      timing: time.timing,
      hiding: secrets,
      observe: observe
    )
  }
}

/// The failure of `body`; nil if it succeeds.
func failure(_ body: () async throws(APIFailure) -> Void) async -> APIFailure? {
  do throws(APIFailure) {
    try await body()
    return nil
  } catch {
    return error
  }
}
