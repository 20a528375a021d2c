internal import HTTPTypes
internal import Messages
internal import Values

/// The emulator's own door, `/_emulator/…`, for what the vendors have no API for.
///
/// It asks for no credential and is not in the request log.
enum EmulatorDoor {
  /// What a visitor wants.
  enum Errand: Sendable {
    case readLog
    case readFaults
    case addFaults([FaultRule])
    case clearFaults
    case reset
    /// The chronicle after the entry of this number.
    case readWire(after: Int)
    case readFacts
    case chooseReadings([OpenFact: String])
    case readClock
    case moveClock(seconds: Int)
    case hold
    case letGo
    /// With what stands behind `/_emulator/zendesk`, and the body.
    case zendesk([String], Value)
    /// With what stands behind `/_emulator/braze`, and the body.
    case braze([String], Value)
  }

  static func leads(_ request: EmulatedRequest) -> Bool {
    request.segments.first == "_emulator"
  }

  /// - Throws: The answer to a visitor who cannot be understood.
  static func errand(_ request: EmulatedRequest) throws(Refusal) -> Errand {
    let segments = Array(request.segments.dropFirst())
    if let vendor = segments.first, ["braze", "zendesk"].contains(vendor) {
      let body = request.body.isEmpty ? [:] : try document(request)
      let below = Array(segments.dropFirst())
      return vendor == "braze" ? .braze(below, body) : .zendesk(below, body)
    }
    switch (request.method, segments.joined(separator: "/")) {
    case (.get, "requests"): return .readLog
    case (.get, "faults"): return .readFaults
    case (.delete, "faults"): return .clearFaults
    case (.post, "reset"): return .reset
    case (.get, "wire"):
      return .readWire(after: request.query["after"].flatMap { Int($0) } ?? 0)
    case (.get, "facts"): return .readFacts
    case (.put, "facts"): return .chooseReadings(try LifeDoor.chosen(try document(request)))
    case (.get, "clock"): return .readClock
    case (.post, "clock"): return .moveClock(seconds: try LifeDoor.seconds(try document(request)))
    case (.post, "hold"): return .hold
    case (.delete, "hold"): return .letGo
    case (.post, "faults"):
      return .addFaults(try rules(try document(request)))
    default:
      throw Refusal(
        status: 404,
        body: [
          "error":
            """
          no such door: there is GET requests, GET, POST and DELETE faults, POST reset, GET wire, \
          GET and PUT facts, GET and POST clock, POST and DELETE hold, GET zendesk and GET braze
          """
        ]
      )
    }
  }

  static func response(_ status: Int, _ body: Value) -> Response {
    Response(
      status: status,
      headers: [.contentType: "application/json; charset=utf-8"],
      body: Array((body.json() + "\n").utf8)
    )
  }

  private static func document(_ request: EmulatedRequest) throws(Refusal) -> Value {
    do throws(JSONError) {
      return try Value(json: request.body)
    } catch {
      throw mistake("the body is not JSON: \(error)")
    }
  }

  private static func rules(_ document: Value) throws(Refusal) -> [FaultRule] {
    do throws(FaultRule.Mistake) {
      return try FaultRule.rules(document)
    } catch {
      throw mistake(error.explanation)
    }
  }

  static func mistake(_ explanation: String) -> Refusal {
    Refusal(status: 400, body: ["error": .string(explanation)])
  }
}
