internal import HTTPTypes
internal import Values

/// What ticket forms answer beside their list and members.
///
/// <https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_forms/>
enum TicketFormEndpoints {
  static let all = [
    Endpoint(
      method: .put,
      path: ["reorder"],
      action: "reorder",
      permitted: .only("ticket_form_ids"),
      work: reorder
    ),
    Endpoint(
      method: .get,
      path: ["show_many"],
      action: "show_many",
      parameters: TicketForms().listParameters.union(["ids"]),
      work: showMany
    ),
    Endpoint(
      method: .post,
      path: [Endpoint.any, "clone"],
      action: "clone",
      permitted: .only("prepend_clone_title"),
      work: clone
    ),
  ]

  private static func reorder(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    guard let items = visit.body["ticket_form_ids"]?.items else {
      throw .missingParameter("ticket_form_ids")
    }
    let ids = items.compactMap(\.scalarText)
    guard Set(ids).isSubset(of: state.ticketForms.objects.keys) else { throw .recordNotFound }
    for (index, id) in ids.enumerated() {
      state.ticketForms[id]?["position"] = .integer(index + 1)
    }
    return try CollectionList(collection: TicketForms(), call: visit.call).answer(&state)
  }

  private static func showMany(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    guard let ids = visit.call.request.query["ids"] else { throw .missingParameter("ids") }
    let wanted = Set(ids.split(separator: ",").map { String($0) })
    return try CollectionList(collection: TicketForms(), call: visit.call) { form in
      form["id"]?.scalarText.map { wanted.contains($0) } ?? false
    }.answer(&state)
  }

  /// How the copy is named is unconfirmed.
  private static func clone(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    let forms = TicketForms()
    guard let original = state.ticketForms[visit.ids[0]] else { throw .recordNotFound }
    let names = ["id", "created_at", "updated_at", "default", "position", "raw_name"]
    var copy = original.filter { key, _ in !names.contains(key) }
    if visit.body["prepend_clone_title"] == true {
      copy["name"] = .string("Clone of \(original["name"]?.text ?? "")")
    }
    let id = try forms.create(copy, visit.call, &state)
    let shown = forms.present(
      state.ticketForms[id] ?? [:],
      id: id,
      origin: visit.call.request.origin
    )
    return Answer(body: .object([forms.singular: .object(shown)]))
  }
}
