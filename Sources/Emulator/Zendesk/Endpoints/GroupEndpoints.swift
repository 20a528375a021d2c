internal import HTTPTypes
internal import Values

/// What groups answer beside their list and members.
///
/// <https://developer.zendesk.com/api-reference/ticketing/groups/groups/>
enum GroupEndpoints {
  static let all = [
    Endpoint.count(Groups()),
    Endpoint(
      method: .get,
      path: ["assignable"],
      action: "assignable",
      parameters: Groups().listParameters,
      work: { visit, state throws(Refusal) in
        try CollectionList(
          collection: Groups(),
          call: visit.call,
          isIncluded: { $0["deleted"] == false }
        ).answer(&state)
      }
    ),
  ]
}
