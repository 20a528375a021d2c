internal import HTTPTypes
internal import Values

/// One request on its way to an endpoint of Braze.
struct BrazeCall: Sendable {
  let request: EmulatedRequest
  /// Seconds since 1970.
  let now: Int
  let unconfirmed: UnconfirmedBrazeBehaviour
  private let input: Result<Members, Refusal>

  init(_ request: EmulatedRequest, now: Int, unconfirmed: UnconfirmedBrazeBehaviour) {
    self.request = request
    self.now = now
    self.unconfirmed = unconfirmed
    input = Result { () throws(Refusal) in try Self.members(of: request) }
  }

  /// - Throws: What a body gets that is no JSON object.
  func body() throws(Refusal) -> Members { try input.get() }

  /// Whether this asks for a broadcast, which has a rate limit of its own.
  var isBroadcast: Bool {
    guard case .success(let body) = input else { return false }
    return body["broadcast"] == true
  }

  /// The number in the query, which has to be in `range`.
  func number(_ name: String, in range: PartialRangeFrom<Int>) throws(Refusal) -> Int? {
    guard let text = request.query[name] else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .braze("\(name) is invalid")
    }
    return number
  }

  /// What is called `name` or, in Rails' way of writing lists, `name[]`.
  func values(_ name: String) -> [String] {
    request.query.parameters
      .filter { $0.name == name || $0.name.hasPrefix("\(name)[") }
      .map(\.value)
  }

  /// The texts of malformed bodies are unconfirmed; that the content type has to be given is
  /// documented for every endpoint with a body.
  private static func members(of request: EmulatedRequest) throws(Refusal) -> Members {
    guard request.method == .post else { return [:] }
    let type = request.headers[.contentType]?.lowercased() ?? ""
    guard type.hasPrefix("application/json") else {
      throw .braze("Content-Type must be application/json")
    }
    let document: Value
    do throws(JSONError) {
      document = try Value(json: request.body)
    } catch {
      throw .braze("Bad syntax: the body is not JSON: \(error)")
    }
    guard let members = document.members else {
      throw .braze("Bad syntax: the body is not an object")
    }
    return members
  }
}
