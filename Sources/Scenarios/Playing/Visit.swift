internal import HTTPTypes
internal import Messages
internal import Values

/// Requests to the emulated accounts, and to their door.
struct Visit: Sendable {
  /// Why one came to nothing, in a sentence.
  struct Refusal: Error, Sendable {
    let explanation: String
  }

  let transport: any Transport

  /// What the door answers.
  ///
  /// - Throws: `Refusal` where that is no success.
  @discardableResult
  func door(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: Value? = nil
  ) async throws(Refusal) -> Value {
    try await send(method, "zendesk", "/_emulator/" + path, body)
  }

  /// What an API answers to another client.
  ///
  /// - Throws: `Refusal` where that is no success.
  @discardableResult
  func send(
    _ method: HTTPRequest.Method,
    _ system: String,
    _ path: String,
    _ body: Value?
  ) async throws(Refusal) -> Value {
    var request = Request(method, "https://\(system).localhost\(path)")
    // Any credential opens an account that nobody has declared one for.
    request.headers[.authorization] = "Bearer scenario"
    if let body {
      request.headers[.contentType] = "application/json"
      request.body = Array(body.json().utf8)
    }
    let response: Response
    do throws(TransportError) {
      response = try await transport.send(request)
    } catch {
      throw Refusal(explanation: "\(method.rawValue) \(path): \(error.message).")
    }
    guard (200...299).contains(response.status) else {
      let text = String(decoding: response.body.prefix(1_000), as: UTF8.self)
      throw Refusal(
        explanation: "\(method.rawValue) \(path) was answered \(response.status): \(text)"
      )
    }
    guard !response.body.isEmpty else { return .null }
    do throws(JSONError) {
      return try Value(json: response.body)
    } catch {
      throw Refusal(explanation: "\(method.rawValue) \(path) was answered no JSON: \(error).")
    }
  }
}
