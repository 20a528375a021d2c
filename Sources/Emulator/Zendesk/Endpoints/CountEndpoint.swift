internal import HTTPTypes
internal import Values

extension Endpoint {
  /// `GET …/count`: how many there are, which is never out of date here.
  static func count(_ collection: any EmulatedCollection) -> Endpoint {
    Endpoint(
      method: .get,
      path: ["count"],
      action: "count",
      work: { visit, state throws(Refusal) in
        let objects = state[keyPath: collection.table].objects.values
        return Answer(body: [
          "count": [
            "value": .integer(objects.filter { $0["deleted"] != true }.count),
            "refreshed_at": visit.call.stamp,
          ]
        ])
      }
    )
  }
}
