internal import HTTPTypes
internal import Values

/// Which custom attributes and events there are.
///
/// <https://www.braze.com/docs/api/endpoints/export/custom_attributes/get_custom_attributes>,
/// <https://www.braze.com/docs/api/endpoints/export/custom_events/get_custom_events>
enum DataEndpoints {
  static let all = [
    BrazeEndpoint(
      .get,
      "/custom_attributes",
      "custom_attributes.get",
      pool: .definitions,
      attributes
    ),
    // Known from a client of it alone, and so is its permission's name.
    BrazeEndpoint(
      .post,
      "/custom_attributes/blocklist",
      "custom_attributes.blocklist",
      pool: .definitions,
      blocklist
    ),
    BrazeEndpoint(.get, "/events/list", "events.list", pool: .definitions, events),
  ]

  private static let attributesPerPage = 50
  private static let eventsPerPage = 250

  /// The cursor is opaque; here it is the last name of the page before.
  private static func attributes(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    var last: String?
    if let cursor = call.request.query["cursor"] {
      last = Base64.decode(cursor)
      guard last != nil else { throw .braze("cursor is invalid") }
    }
    let names = state.attributes.ids.sorted().drop { name in last.map { name <= $0 } ?? false }
    let page = names.prefix(attributesPerPage)
    var answer = Answer(body: [
      "message": "success",
      "attributes": .list(page.map { shown(state.attributes[$0] ?? [:]) }),
    ])
    if names.count > page.count, let name = page.last {
      let cursor = PercentCoding.encode(Base64.encode(name))
      answer.next = "\(call.request.origin.text)/custom_attributes?cursor=\(cursor)"
    }
    return answer
  }

  static func shown(_ attribute: Members) -> Value {
    let type = attribute["data_type"]?.text ?? ""
    let suffix = attribute["is_detected"] == true ? " (Automatically Detected)" : ""
    return [
      "array_length": type == "Array" ? .integer(ProfileAttribute.arrayLimit) : .null,
      "data_type": .string(type + suffix), "description": attribute["description"] ?? .null,
      "name": attribute["id"] ?? .null, "status": attribute["status"] ?? .null,
      "tag_names": attribute["tag_names"] ?? [],
    ]
  }

  /// What names of attributes that are not there get is unconfirmed.
  private static func blocklist(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let body = try call.body()
    let names = body["custom_attribute_names"]?.items?.compactMap(\.text) ?? []
    guard !names.isEmpty, names.count == body["custom_attribute_names"]?.items?.count else {
      throw .braze("custom_attribute_names must be an array of strings")
    }
    guard let isBlocked = body["blocklisted"]?.boolean else {
      throw .braze("blocklisted must be a boolean")
    }
    guard names.allSatisfy(state.attributes.contains) else {
      throw .braze("Some custom attributes could not be found")
    }
    for name in names {
      state.attributes[name]?["status"] = isBlocked ? "Blocklisted" : "Active"
    }
    return Answer(body: ["message": "success"])
  }

  private static func events(
    _ call: BrazeCall,
    _ state: inout BrazeState
  ) throws(Refusal) -> Answer {
    let number = try call.number("page", in: 0...) ?? 0
    let (skipped, isTooFar) = number.multipliedReportingOverflow(by: eventsPerPage)
    let names = state.events.ids.sorted()
    let page = isTooFar ? [] : names.dropFirst(skipped).prefix(eventsPerPage)
    return Answer(body: ["message": "success", "events": .list(page.map { .string($0) })])
  }
}
