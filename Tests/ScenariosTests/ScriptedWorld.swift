internal import Emulator
internal import HTTPTypes
internal import Messages
internal import Synchronization
internal import Values

@testable internal import Scenarios

/// Accounts in which nothing lives: what happens in each step is written down beforehand.
struct ScriptedWorld: World {
  /// What happens, step by step, in the given readings.
  typealias Script = @Sendable ([OpenFact: String]) -> [[Value]]

  let script: Script
  let touched: Set<OpenFact>
  let tickets: [Value]
  let stage: ScriptedStage

  init(
    touched: Set<OpenFact> = [],
    tickets: [Value] = [],
    _ script: @escaping Script
  ) {
    self.init(touched: touched, tickets: tickets, script, reading: [:])
  }

  private init(
    touched: Set<OpenFact>,
    tickets: [Value],
    _ script: @escaping Script,
    reading readings: [OpenFact: String]
  ) {
    self.script = script
    self.touched = touched
    self.tickets = tickets
    stage = ScriptedStage(script(readings), touched, tickets)
  }

  var transport: any Transport { stage }

  func continued(reading readings: [OpenFact: String]) async -> any World {
    ScriptedWorld(touched: touched, tickets: tickets, script, reading: readings)
  }
}

/// Answers as an emulator does, from a script.
final class ScriptedStage: Transport {
  private let steps: [[Value]]
  private let facts: Value
  private let tickets: Value
  private let played = Mutex(0)

  init(_ steps: [[Value]], _ touched: Set<OpenFact>, _ tickets: [Value]) {
    self.steps = steps
    self.tickets = ["tickets": .list(tickets), "users": [["id": 9, "name": "Max"]]]
    facts = [
      "facts": .list(
        OpenFact.allCases.map {
          ["name": .string($0.rawValue), "touched": .boolean(touched.contains($0))]
        }
      )
    ]
  }

  func send(_ request: Request) async throws(TransportError) -> Response {
    let path = request.url.split(separator: "/").dropFirst(2).joined(separator: "/")
    let body: Value =
      switch (request.method, path) {
      case (.get, "_emulator/facts"): facts
      case (.get, "_emulator/zendesk"): tickets
      case (_, "_emulator/hold"): [:]
      case (.get, "_emulator/braze"):
        [
          "profiles": [
            [
              "braze_id": "b1", "external_id": "ann-1", "custom_attributes": ["vip": true],
              "subscription_groups": ["g1": "subscribed"],
            ]
          ]
        ]
      case (.get, _) where path.hasPrefix("_emulator/wire"):
        ["entries": .list(entries(after: path))]
      case (.post, "api/v2/users.json"): ["user": ["id": 9]]
      case (.post, "users/track"): ["message": "success"]
      default: step()
      }
    return Response(status: 200, body: Array(body.json().utf8))
  }

  private func step() -> Value {
    played.withLock { $0 += 1 }
    return [:]
  }

  private func entries(after path: String) -> [Value] {
    let last = path.split(separator: "=").last.flatMap { Int($0) } ?? 0
    let count = played.withLock(\.self)
    return steps.prefix(count).flatMap(\.self).filter { $0["number"]?.integer ?? 0 > last }
  }
}
