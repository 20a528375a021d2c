internal import HTTPTypes
internal import Values

/// What triggers alone answer beside their list and members.
enum TriggerEndpoints {
  static let all = [
    Endpoint(
      method: .put,
      path: ["reorder"],
      action: "reorder",
      permitted: .only("trigger_ids"),
      work: reorder
    ),
    Endpoint(
      method: .get,
      path: ["definitions"],
      action: "definitions",
      work: { _, state throws(Refusal) in
        Answer(body: ["definitions": RuleDefinitions(state).value])
      }
    ),
  ]

  /// Only as long as there is one category, and every trigger has to be named.
  ///
  /// <https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/#reorder-triggers>
  ///
  /// The status of the first refusal and the body of the second are unconfirmed. The documents
  /// show one trigger as the answer; that it holds them all is unconfirmed too.
  private static func reorder(
    _ visit: Endpoint.Visit,
    _ state: inout ZendeskState
  ) throws(Refusal) -> Answer {
    guard state.triggerCategories.objects.count <= 1 else {
      throw .coded(
        400,
        "LimitOneCategory",
        title: "Triggers cannot be reordered in accounts with more than one category"
      )
    }
    let ids = (visit.body["trigger_ids"]?.items ?? []).compactMap(\.scalarText)
    guard Set(ids) == Set(state.triggers.objects.keys), ids.count == Set(ids).count else {
      throw .recordNotFound
    }
    for (index, id) in ids.enumerated() {
      state.triggers[id]?["position"] = .integer(index + 1)
    }
    return try CollectionList(collection: Triggers(), call: visit.call).answer(&state)
  }
}
