internal import HTTPTypes
internal import Values

/// What a collection answers beside its list and its members: `PUT /triggers/reorder`.
struct Endpoint: Sendable {
  /// One request to an endpoint.
  struct Visit: Sendable {
    var call: Call
    /// What stands in the path where the endpoint leaves it open: ids.
    var ids: [String]
    /// What the request holds of what is permitted; an empty object where it holds nothing.
    var body: Value
  }

  typealias Work = @Sendable (Visit, inout ZendeskState) throws(Refusal) -> Answer

  /// A segment of a path that may be anything.
  static let any = ":id"

  var method: HTTPRequest.Method
  /// The segments below the collection's own.
  var path: [String]
  /// The controller's action, as warnings name it.
  var action: String
  /// What the query may hold besides a page.
  var parameters: Set<String> = []
  /// A parameter without which this is not the endpoint that is meant.
  var demanded: String?
  var permitted = Permitted.members([:])
  var work: Work

  /// What stands in the open places of `segments`; nil if this is another endpoint.
  func ids(in segments: [String], _ request: EmulatedRequest) -> [String]? {
    guard request.method == method, segments.count == path.count,
      zip(path, segments).allSatisfy({ $0 == Self.any || $0 == $1 }),
      demanded.map({ request.query[$0] != nil }) ?? true
    else { return nil }
    return zip(path, segments).filter { $0.0 == Self.any }.map(\.1)
  }
}
