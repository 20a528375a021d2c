internal import HTTPTypes
internal import Values

/// One collection of the API: everything that the common handling of requests has to know of it.
protocol EmulatedCollection: Sendable {
  /// Its name in URLs, and in the envelope of a list: `triggers`.
  var path: String { get }
  /// The envelope of one object: `trigger`.
  var singular: String { get }
  var service: Service { get }
  /// Where its parameters are read, as error messages name it: `api/v2/rules/triggers`.
  var controller: String { get }
  /// The members of an object as read, in the order of the real answers.
  var keys: [String] { get }
  /// What a list can be asked for besides a page.
  var listParameters: Set<String> { get }
  var table: TablePath { get }
  /// What is answered beside the list and the members.
  var endpoints: [Endpoint] { get }
  /// What the store keeps of an object that no answer shows.
  var hiddenKeys: [String] { get }
  /// Whether a list that was asked for no page is whole: there is no offset pagination.
  var listsAllUnpaged: Bool { get }

  func verb(_ method: HTTPRequest.Method, ofMember: Bool) -> Verb?
  func permitted(_ verb: Verb) -> Permitted
  func ordering(_ query: Query) throws(Refusal) -> Ordering
  /// Whether a list leaves anything out.
  func filters(_ call: Call) -> Bool
  /// Whether the filters of a list let `object` through.
  func matches(_ object: Members, _ call: Call) -> Bool
  /// Adds what `include` asked for besides.
  func sideload(_ names: Set<String>, into shown: inout Members, _ state: ZendeskState)
  /// The stored object's id that a URL's last segment stands for.
  func id(for segment: String, in state: ZendeskState) -> String?
  func missing(_ segment: String) -> Refusal
  func present(_ object: Members, id: String, origin: Origin) -> Members

  /// - Returns: The new object's id.
  func create(
    _ input: Members,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal) -> String
  /// The particulars of a creation's answer.
  func finish(_ answer: inout Answer, id: String, _ call: Call)
  /// - Parameter replacing: Whether what `input` leaves out goes.
  func update(
    _ id: String,
    _ input: Members,
    replacing: Bool,
    _ call: Call,
    _ state: inout ZendeskState
  ) throws(Refusal)
  func delete(_ id: String, _ call: Call, _ state: inout ZendeskState) throws(Refusal)
}

extension EmulatedCollection {
  func verb(_ method: HTTPRequest.Method, ofMember: Bool) -> Verb? {
    switch (method, ofMember) {
    case (.get, false): .index
    case (.post, false): .create
    case (.get, true): .show
    case (.put, true): .update
    case (.delete, true): .destroy
    default: nil
    }
  }

  var endpoints: [Endpoint] { [] }
  var hiddenKeys: [String] { [] }
  var listsAllUnpaged: Bool { false }

  func filters(_ call: Call) -> Bool {
    !listParameters.isDisjoint(with: call.request.query.roots)
  }

  func matches(_ object: Members, _ call: Call) -> Bool { true }

  func sideload(_ names: Set<String>, into shown: inout Members, _ state: ZendeskState) {}

  /// What a request says of an object, to be read by type.
  func parameters(_ input: Members, _ verb: Verb) -> Parameters {
    Parameters(members: input, path: singular, action: "\(controller)/\(verb.rawValue)")
  }

  func finish(_ answer: inout Answer, id: String, _ call: Call) {
    answer.status = 201
  }

  func id(for segment: String, in state: ZendeskState) -> String? {
    state[keyPath: table][segment] == nil ? nil : segment
  }

  func missing(_ segment: String) -> Refusal {
    Int(segment) == nil ? .invalidEndpoint : .recordNotFound
  }

  func present(_ object: Members, id: String, origin: Origin) -> Members {
    Members([("url", .string(url(of: id, origin: origin)))] + ordered(object))
  }

  func url(of id: String, origin: Origin) -> String {
    "\(origin.text)/api/v2/\(path)/\(id).json"
  }

  /// The members that a reader may see, in their order.
  func ordered(_ object: Members) -> [(String, Value)] {
    keys.compactMap { key in object[key].map { (key, $0) } }
  }

  /// The members that the store keeps.
  func stored(_ object: Members) -> Members {
    Members(ordered(object) + hiddenKeys.compactMap { key in object[key].map { (key, $0) } })
  }

  func delete(_ id: String, _ call: Call, _ state: inout ZendeskState) throws(Refusal) {
    state[keyPath: table][id] = nil
  }
}
