import HTTPTypes
import Messages
import Testing
import Values

@testable import Emulator

/// A visit to every operation that the emulator has, each answer held against the documents.
struct VendorSession {
  let visitor: Visitor
  private let checks: [SchemaCheck]
  private let operations: [[String: Value]]
  /// The operations that were visited and answered as wanted.
  private(set) var visited: Set<String> = []
  private(set) var problems: Set<SchemaCheck.Problem> = []

  init(_ documents: [VendorDocument]) throws {
    visitor = try Visitor()
    checks = documents.map { SchemaCheck(document: $0) }
    operations = documents.map(\.operations)
  }

  /// Sends a request whose answer has to have `status`, and checks the answer.
  @discardableResult
  mutating func visit(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: Value? = nil,
    _ status: Int = 200
  ) async throws -> Value {
    let reply = try await visitor.send(method, "/api/v2/\(path)", body)
    try #require(reply.status == status, "\(method) \(path): \(reply.status) \(reply.text)")
    let request = Request(method, "\(visitor.origin)/api/v2/\(path)")
    let route = try #require(EmulatedRequest(request).flatMap { ZendeskRoute($0) })
    let name = "\(method.rawValue) \(route.pattern)"
    visited.insert(name)
    check(reply, name)
    return reply.body
  }

  private mutating func check(_ reply: Visitor.Reply, _ name: String) {
    guard let index = operations.firstIndex(where: { $0[name] != nil }) else {
      problems.insert(SchemaCheck.Problem(place: name, text: "is not in the documents"))
      return
    }
    let responses = operations[index][name]?["responses"]
    guard let response = responses?[String(reply.status)] else {
      // The documents show few refusals, and every success.
      if reply.status < 400 {
        let text = "answers \(reply.status), which is not in the documents"
        problems.insert(SchemaCheck.Problem(place: name, text: text))
      }
      return
    }
    guard let schema = response["content"]?["application/json"]?["schema"], !reply.text.isEmpty
    else { return }
    for var problem in checks[index].problems(reply.body, schema) {
      if problem.place.isEmpty { problem.place = name }
      problems.insert(problem)
    }
  }

  /// Every operation that the emulator has.
  static var known: Set<String> {
    var names: Set<String> = ["GET /api/v2/users/me"]
    for collection in ZendeskRoute.collections {
      let path = "/api/v2/\(collection.path)"
      for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete] {
        let name = method.rawValue
        if collection.verb(method, ofMember: false) != nil { names.insert("\(name) \(path)") }
        if collection.verb(method, ofMember: true) != nil { names.insert("\(name) \(path)/:id") }
      }
      for endpoint in collection.endpoints {
        let path = (["/api/v2", collection.path] + endpoint.path).joined(separator: "/")
        names.insert("\(endpoint.method.rawValue) \(path)")
      }
    }
    return names
  }
}
