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
    case addFaults([FaultRule])
    case clearFaults
    case reset
    /// With what stands behind `/_emulator/braze`, and the body.
    case braze([String], Value)
  }

  static func leads(_ request: EmulatedRequest) -> Bool {
    request.segments.first == "_emulator"
  }

  /// - Throws: The answer to a visitor who cannot be understood.
  static func errand(_ request: EmulatedRequest) throws(Refusal) -> Errand {
    let segments = Array(request.segments.dropFirst())
    if segments.first == "braze" {
      let body = request.body.isEmpty ? [:] : try document(request)
      return .braze(Array(segments.dropFirst()), body)
    }
    switch (request.method, segments.joined(separator: "/")) {
    case (.get, "requests"): return .readLog
    case (.delete, "faults"): return .clearFaults
    case (.post, "reset"): return .reset
    case (.post, "faults"):
      return .addFaults(try rules(try document(request)))
    default:
      throw Refusal(
        status: 404,
        body: [
          "error":
            """
          no such door: there is GET requests, POST faults, DELETE faults, POST reset and \
          GET braze
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
