internal import HTTPTypes
package import Messages
package import Model
package import Values

/// What stands for a vendor's console in an emulator: the door `/_emulator/SYSTEM/COLLECTION`.
package struct EmulatorConsole: Sendable {
  private let transport: any Transport
  private let origins: [String: String]

  /// - Parameter origins: Those of the instances, by the system's name.
  package init(transport: any Transport, origins: [String: String]) {
    self.transport = transport
    self.origins = origins
  }

  /// Where the objects of one sort are.
  package struct Door: Sendable {
    let system: String
    let collection: String

    package init(system: String, collection: String) {
      self.system = system
      self.collection = collection
    }
  }

  /// Why a visit came to nothing.
  package struct Refusal: Error, Sendable {
    /// A sentence for the user.
    package let explanation: String

    package init(_ explanation: String) {
      self.explanation = explanation
    }

    package init(missing address: String) {
      self.init("it needs the id of \(address), and there is none yet. Apply first.")
    }
  }

  /// The objects of the collection.
  package func objects(at door: Door) async throws(Refusal) -> [Members] {
    let answer = try await visit(.get, door, nil, nil, expecting: [200])
    return (answer[door.collection]?.items ?? []).compactMap(\.members)
  }

  /// The object with this id, if there is one.
  package func object(_ id: String, at door: Door) async throws(Refusal) -> Members? {
    let (status, body) = try await send(.get, door, id, nil)
    guard status != 404 else { return nil }
    return try checked(status, body, "GET", door, expecting: [200]).members
  }

  /// Makes an object and says its id.
  package func make(_ form: Members, at door: Door) async throws(Refusal) -> String? {
    try await visit(.post, door, nil, form, expecting: [201])["id"]?.text
  }

  package func set(_ name: String, _ form: Members, at door: Door) async throws(Refusal) {
    _ = try await visit(.put, door, name, form, expecting: [200, 201])
  }

  /// Makes `object` what `form` says, attributes of `schema` that are not in it included.
  package func change(
    _ object: Members,
    to form: Members,
    of schema: Schema,
    at door: Door
  ) async throws(Refusal) {
    var patch = Self.patch(from: .object(object), to: .object(form)).members ?? form
    for (name, value) in object where form[name] == nil {
      // A message of another channel goes; what the spec is silent about stays.
      let isMessage = schema[name] != nil && value.members != nil
      patch[name] = isMessage ? Value.null : nil
    }
    _ = try await visit(.patch, door, object["id"]?.text ?? "", patch, expecting: [200])
  }

  package func archive(_ id: String, at door: Door) async throws(Refusal) {
    _ = try await visit(.patch, door, id, ["archived": true], expecting: [200])
  }

  /// The JSON Merge Patch (RFC 7396) that makes `object` equal to `form`.
  private static func patch(from object: Value, to form: Value) -> Value {
    guard let old = object.members, let new = form.members else { return form }
    var patch = Members()
    for (key, _) in old where new[key] == nil { patch[key] = .null }
    for (key, value) in new { patch[key] = Self.patch(from: old[key] ?? .null, to: value) }
    return .object(patch)
  }

  private func visit(
    _ method: HTTPRequest.Method,
    _ door: Door,
    _ id: String?,
    _ form: Members?,
    expecting statuses: [Int]
  ) async throws(Refusal) -> Value {
    let (status, body) = try await send(method, door, id, form)
    return try checked(status, body, method.rawValue, door, expecting: statuses)
  }

  private func checked(
    _ status: Int,
    _ body: Value,
    _ method: String,
    _ door: Door,
    expecting statuses: [Int]
  ) throws(Refusal) -> Value {
    guard statuses.contains(status) else {
      let words = body["error"]?.text.map { ": \($0)" } ?? ""
      throw Refusal("\(method) \(path(door)) answered \(status)\(words).")
    }
    return body
  }

  private func path(_ door: Door) -> String { "/_emulator/\(door.system)/\(door.collection)" }

  private func send(
    _ method: HTTPRequest.Method,
    _ door: Door,
    _ id: String?,
    _ form: Members?
  ) async throws(Refusal) -> (status: Int, body: Value) {
    guard let origin = origins[door.system] else {
      throw Refusal("the environment has no \(door.system).")
    }
    let name = id.map { "/" + $0.percentEncoded } ?? ""
    var request = Request(method, origin + path(door) + name)
    if let form {
      request.headers[.contentType] = "application/json"
      request.body = Array(Value.object(form).json().utf8)
    }
    let response: Response
    do throws(TransportError) {
      response = try await transport.send(request)
    } catch {
      throw Refusal("\(request): \(error.message).")
    }
    guard !response.body.isEmpty else { return (response.status, .null) }
    do throws(JSONError) {
      return (response.status, try Value(json: response.body))
    } catch {
      throw Refusal("\(request) answered \(response.status) and no JSON: is this an emulator?")
    }
  }
}
