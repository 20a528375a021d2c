#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import HTTPTypes
import Messages
import Platform
import Synchronization
import Testing
import Values

@testable import Commands

/// Every write of an apply is cut off before and after it took effect; a run after it converges, and
/// nothing is there twice.
struct FaultTests {
  static let spec = """
    version: 1
    environments: {local: {emulator: .lockstep/local}}
    zendesk:
      user_fields:
        field: {type: text, title: Field}
      webhooks:
        hook: {name: Hook, endpoint: "https://example.com", http_method: POST, request_format: json}
      trigger_categories:
        group: {name: Group, order: [second, first]}
      triggers:
        first:
          title: First
          category_id: !ref zendesk.trigger_categories.group
          conditions: {all: [{field: status, operator: changed}]}
          actions: [{field: notification_webhook, value: [!ref zendesk.webhooks.hook, "{}"]}]
        second:
          title: Second
          category_id: !ref zendesk.trigger_categories.group
          conditions: {all: [{field: status, operator: changed}]}
          actions: [{field: status, value: open}]
    braze:
      content_blocks:
        block: {name: block, content: "{{${first_name}}}"}

    """

  /// The writes of the whole apply: six creates and the order.
  private static let writes = 7

  enum Cut: String, CaseIterable {
    case beforeItTookEffect, afterItTookEffect, serverError, everyTimeAfter
  }

  private static let cases = (0..<writes).flatMap { index in Cut.allCases.map { (index, $0) } }

  @Test(arguments: cases)
  func `a cut at any write leaves nothing twice and a second run converges`(
    _ index: Int,
    _ cut: Cut
  ) async throws {
    let stage = try Stage(named: "faults")
    try stage.write(Self.spec, to: "integration.yaml")
    let count = Counter()
    let first = await stage.run(["apply", "--yes", "--parallelism", "1"]) { base in
      Interposed(base: base) { request, base throws(TransportError) in
        guard request.method != .get, count.next() >= index else {
          return try await base.send(request)
        }
        let isFirst = count.value == index + 1
        guard isFirst || cut == .everyTimeAfter else { return try await base.send(request) }
        if cut == .serverError { return Response(status: 500) }
        if cut != .beforeItTookEffect { _ = try await base.send(request) }
        throw TransportError(.disconnected, "the connection broke", mayHaveTakenEffect: true)
      }
    }
    #expect([.done, .partial, .unreachable].contains(first.status), "\(first.output)")
    let second = await stage.run(["apply", "--yes"])
    #expect(second.status == .done, "\(second.output)")
    #expect(await stage.run(["plan", "--detailed-exitcode"]).status == .done)
    for (path, name, expected) in [
      ("user_fields", "title", ["Field"]), ("webhooks", "name", ["Hook"]),
      ("trigger_categories", "name", ["Group", "Notifications"]),
    ] {
      let answer = try await stage.request("GET", "/api/v2/\(path)")
      let names = try Value(json: answer.body)[path]?.items?.compactMap { $0[name]?.text }
      #expect(names?.sorted() == expected)
    }
    let answer = try await stage.request("GET", "/api/v2/triggers")
    let titles = try Value(json: answer.body)["triggers"]?.items?.compactMap { $0["title"]?.text }
    for title in ["First", "Second"] { #expect(titles?.count { $0 == title } == 1) }
    let blocks = try await stage.request("GET", "/content_blocks/list", of: "braze")
    #expect(try Value(json: blocks.body)["content_blocks"]?.items?.count == 1)
  }

  @Test func `the cuts above are at every write there is`() async throws {
    let stage = try Stage(named: "faults")
    try stage.write(Self.spec, to: "integration.yaml")
    #expect(await stage.run(["apply", "--yes"]).status == .done)
    #expect(try await stage.writes() == Self.writes)
  }

  @Test func `an attribute that the server left out is a failure of that change`() async throws {
    let stage = try Stage(named: "dropped")
    try stage.write(Self.spec, to: "integration.yaml")
    let warning = try #require(HTTPField.Name("x-zendesk-api-warn"))
    let applied = await stage.run(["apply", "--yes"]) { base in
      Interposed(base: base) { request, base throws(TransportError) in
        var response = try await base.send(request)
        if request.method == .post, request.url.hasSuffix("/user_fields") {
          response.headers[warning] =
            "{:allowed_parameters=>{:controller=>\"user_fields\", "
            + ":action=>\"create\", :unpermitted_keys=>[\"user_field.title\"], :invalid_values=>[]}}"
        }
        return response
      }
    }
    #expect(applied.status == .partial)
    #expect(applied.output.contains("[attribute-dropped]"))
    #expect(applied.output.contains("integration.yaml:5:32"), "\(applied.output)")
  }
}

extension FaultTests {
  @Test func `an object that is answered otherwise than it was sent is not called done`()
    async throws
  {
    let stage = try Stage(named: "lies")
    try stage.write(Self.spec, to: "integration.yaml")
    let applied = await stage.run(["apply", "--yes"]) { base in
      Interposed(base: base) { request, base throws(TransportError) in
        var response = try await base.send(request)
        if request.method == .post, request.url.hasSuffix("/user_fields") {
          let body = String(decoding: response.body, as: UTF8.self)
          response.body = Array(body.replacing("\"Field\"", with: "\"Feld\"").utf8)
        }
        return response
      }
    }
    #expect(applied.status == .partial)
    #expect(applied.output.contains("answered another value for title"), "\(applied.output)")
  }

  @Test func `a lock that cannot be written is noticed before the first write`() async throws {
    let stage = try Stage(named: "unwritable")
    try stage.write(Self.spec, to: "integration.yaml")
    try Folder.remove(file: stage.folder + "/.lockstep/local/lock.json")
    // A link into a folder that does not exist: it can be read as missing, and not be written.
    let path = stage.folder + "/.lockstep/local/lock.json"
    #expect(unsafe symlink(stage.folder + "/nowhere/lock.json", path) == 0)
    let applied = await stage.run(["apply", "--yes"])
    #expect(applied.status == .invalid)
    #expect(applied.output.contains("[lock-not-written]"), "\(applied.output)")
    #expect(try await stage.writes() == 0)
  }
}

/// Counts calls from anywhere.
final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock(\.self) }

  /// The number of calls before this one.
  func next() -> Int {
    count.withLock { count in
      count += 1
      return count - 1
    }
  }
}
