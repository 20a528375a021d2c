internal import HTTPTypes
internal import Values

/// What users answer beside their list and members.
enum ZendeskUserEndpoints {
  static let all = [
    Endpoint(
      method: .get,
      path: ["count"],
      action: "count",
      work: { visit, state throws(Refusal) in
        let count = state.users.objects.values.filter { $0["active"] == true }.count
        return Answer(body: [
          "count": ["value": .integer(count), "refreshed_at": visit.call.stamp]
        ])
      }
    ),
    Endpoint(
      method: .get,
      path: ["search"],
      action: "search",
      parameters: ["query", "external_id"],
      work: search
    ),
    Endpoint(
      method: .get,
      path: ["show_many"],
      action: "show_many",
      parameters: ["ids", "external_ids"],
      work: showMany
    ),
    Endpoint(
      method: .post,
      path: ["create_or_update"],
      action: "create_or_update",
      permitted: Users.permitted,
      work: createOrUpdate
    ),
    Endpoint(method: .delete, path: [Endpoint.any], action: "destroy", work: delete),
    tickets("requested", of: "requester_id"),
    tickets("assigned", of: "assignee_id"),
  ]

  /// Offset pagination only.
  private static func search(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    let query = visit.call.request.query
    guard !query.parameters.contains(where: { $0.name.hasPrefix("page[") }) else {
      throw .invalidAttribute("page", "page", mustBe: "an integer", in: "api/v2/users/search")
    }
    let search = UserSearch(query["query"] ?? "")
    return try CollectionList(
      collection: Users(),
      call: visit.call,
      isIncluded: { user in search.finds(user) }
    ).answer(&state)
  }

  private static func showMany(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    let query = visit.call.request.query
    let key = query["ids"] == nil ? "external_id" : "id"
    guard let names = query["ids"] ?? query["external_ids"] else { throw .missingParameter("ids") }
    let wanted = Set(names.split(separator: ",").map { String($0) })
    return try CollectionList(
      collection: Users(),
      call: visit.call,
      isIncluded: { wanted.contains($0[key]?.scalarText ?? "") }
    ).answer(&state)
  }

  /// One with the external id, else one with the e-mail address, is changed; else one is made.
  private static func createOrUpdate(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    guard let input = visit.body["user"]?.members, !input.isEmpty else {
      throw .missingParameter("user")
    }
    let users = Users()
    let known =
      input["external_id"]?.scalarText.flatMap { state.user(externalID: $0) }
      ?? input["email"]?.text.flatMap { state.user(email: $0) }
    let id: String
    if let known {
      id = known
      try users.update(id, input, replacing: false, visit.call, &state)
    } else {
      id = try users.create(input, visit.call, &state)
    }
    var answer = shown(id, visit, state)
    answer.status = known == nil ? 201 : 200
    answer.location = users.url(of: id, origin: visit.call.request.origin)
    return answer
  }

  /// The user stays to be read, and its address and external id are free again.
  ///
  /// How the deletion of the account's owner is refused is unconfirmed.
  private static func delete(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    let id = visit.ids.first ?? ""
    guard var user = state.users[id], user["active"] == true else { throw Users().missing(id) }
    guard user["id"] != .integer(ZendeskState.administrator) else {
      throw .recordInvalid("The account owner cannot be deleted")
    }
    user["active"] = false
    user["updated_at"] = visit.call.stamp
    state.users[id] = user
    return shown(id, visit, state)
  }

  private static func shown(
    _ id: String,
    _ visit: Endpoint.Visit,
    _ state: ZendeskState
  ) -> Answer {
    let users = Users()
    let user = users.present(state.users[id] ?? [:], id: id, origin: visit.call.request.origin)
    return Answer(body: ["user": .object(user)])
  }

  /// `GET /users/ID/tickets/requested` and its like.
  private static func tickets(_ role: String, of key: String) -> Endpoint {
    Endpoint(
      method: .get,
      path: [Endpoint.any, "tickets", role],
      action: role,
      parameters: Tickets().listParameters,
      work: { visit, state throws(Refusal) in
        let id = visit.ids.first ?? ""
        guard state.users[id] != nil else { throw .recordNotFound }
        return try CollectionList(
          collection: Tickets(),
          call: visit.call,
          isIncluded: { $0[key]?.scalarText == id }
        ).answer(&state)
      }
    )
  }
}
