import Braze
import Client
import Diagnostics
import Execution
import HTTPTypes
import Messages
import Model
import Planning
import Synchronization
import Testing
import Values

/// What a run asks of Braze when nothing changed.
struct SteadyStateTests {
  /// A workspace with two content blocks, 150 campaigns, a Canvas and 70 custom attributes.
  private final class Workspace: Transport {
    private let log = Mutex<[String]>([])

    var requests: [String] { log.withLock { $0.sorted() } }

    func send(_ request: Request) async throws(TransportError) -> Response {
      log.withLock { $0.append(request.target) }
      guard let answer = Self.answer(request.target) else { return Response(status: 404) }
      var response = Response(status: 200, body: Array(answer.utf8))
      if request.target == "/custom_attributes", let name = HTTPField.Name("link") {
        response.headers[name] = "<https://x.test/custom_attributes?cursor=b>; rel=\"next\""
      }
      return response
    }

    private static func answer(_ target: String) -> String? {
      switch target {
      case "/content_blocks/list?limit=1000":
        list("content_blocks", 1...2) {
          #"{"content_block_id":"b\#($0)","name":"block\#($0)","last_edited":"t\#($0)"}"#
        }
      case "/campaigns/list?page=0&include_archived=true":
        list("campaigns", 1...100) { #"{"id":"c\#($0)","name":"campaign\#($0)"}"# }
      case "/campaigns/list?page=1&include_archived=true":
        list("campaigns", 101...150) { #"{"id":"c\#($0)","name":"campaign\#($0)"}"# }
      case "/canvas/list?page=0&include_archived=true":
        list("canvases", 1...1) { #"{"id":"v\#($0)","name":"canvas\#($0)"}"# }
      case "/custom_attributes": list("attributes", 1...50, attribute)
      case "/custom_attributes?cursor=b": list("attributes", 51...70, attribute)
      case "/campaigns/details?campaign_id=c1": #"{"name":"campaign1","message":"success"}"#
      case "/campaigns/details?campaign_id=c120": #"{"name":"campaign120","message":"success"}"#
      case "/canvas/details?canvas_id=v1": #"{"name":"canvas1","message":"success"}"#
      default: nil
      }
    }

    private static func list(
      _ name: String,
      _ numbers: ClosedRange<Int>,
      _ item: (Int) -> String
    ) -> String {
      #"{"\#(name)":[\#(numbers.map(item).joined(separator: ","))],"message":"success"}"#
    }

    private static func attribute(_ number: Int) -> String {
      #"{"name":"Word \#(number)","data_type":"String","status":"Active"}"#
    }
  }

  private static func resource(_ kind: Kind, _ name: String, _ attributes: Members) -> Resource {
    Resource(
      address: kind.address(name),
      kind: kind,
      attributes: attributes,
      range: SourceRange(startOf: SourceText(name: "a.yaml", text: "\n"))
    )
  }

  private static let block = resource(.contentBlock, "b", ["name": "block1", "content": "text"])

  @Test func `it is one list, and the details of what nothing tells to be the same`() async throws {
    let workspace = Workspace()
    let client = APIClient(
      transport: workspace,
      dialect: BrazeDialect(origin: "https://braze.localhost", credentials: .emulator)
    )
    let resources = [
      Self.block,
      Self.resource(.campaign, "c", ["name": "campaign1"]),
      Self.resource(.campaign, "d", ["name": "campaign120"]),
      Self.resource(.canvas, "v", ["name": "canvas1"]),
      Self.resource(.customAttribute, "a", ["name": "Word 60"]),
      Self.resource(.subscriptionGroup, "g", ["id": "6ff593d7-cf69-448b-aca9-abf7d7b8c273"]),
      Self.resource(.keywordCategory, "k", ["name": "Support"]),
    ]
    let seen = RemoteObject(
      id: "b1",
      attributes: ["name": "block1", "content": "text", "last_edited": "t1"]
    )
    let baseline = Baseline(
      of: seen,
      kind: .contentBlock,
      managed: Self.block.managedNames,
      orders: [:]
    )
    let refresh = Refresh(clients: ["braze": client])
    let kinds = Refresh.kinds(for: resources, selection: Selection(), among: BrazeKinds.all)
    let live = try await refresh.details(
      of: try await refresh.objects(of: kinds),
      for: resources,
      selection: Selection(),
      baselines: [Self.block.address: baseline]
    )
    #expect(
      workspace.requests == [
        "/campaigns/details?campaign_id=c1", "/campaigns/details?campaign_id=c120",
        "/campaigns/list?page=0&include_archived=true",
        "/campaigns/list?page=1&include_archived=true", "/canvas/details?canvas_id=v1",
        "/canvas/list?page=0&include_archived=true", "/content_blocks/list?limit=1000",
        "/custom_attributes", "/custom_attributes?cursor=b",
      ]
    )
    #expect(live.mapValues(\.count).values.sorted() == [1, 2, 70, 150])
    #expect(live[Kind.contentBlock.name]?.first?.attributes["content"] == "text")
    #expect(live[Kind.customAttribute.name]?.last?.id == "Word 70")
    #expect(live[Kind.customAttribute.name]?.last?.attributes["data_type"] == "string")
  }
}
