internal import Values

/// A page of campaigns or canvases.
///
/// <https://www.braze.com/docs/api/endpoints/export/campaigns/get_campaigns>; the texts of
/// refusals are unconfirmed.
struct MessagingList {
  private static let size = 100

  private let call: BrazeCall

  init(_ call: BrazeCall) {
    self.call = call
  }

  func page(of table: BrazeTable) throws(Refusal) -> [Members] {
    let number = try call.number("page", in: 0...) ?? 0
    let showsArchived = try choice("include_archived", ["false", "true"]) == "true"
    let isDescending = try choice("sort_direction", ["asc", "desc"]) == "desc"
    let after = try lastEdit()
    let found = table.objects.filter { object in
      (showsArchived || object["archived"] != true)
        && after.map { object["updated_at"]?.integer ?? 0 > $0 } ?? true
    }
    let sorted = isDescending ? found.reversed() : found
    let (skipped, isTooFar) = number.multipliedReportingOverflow(by: Self.size)
    return isTooFar ? [] : Array(sorted.dropFirst(skipped).prefix(Self.size))
  }

  private func choice(_ name: String, _ choices: [String]) throws(Refusal) -> String? {
    guard let text = call.request.query[name] else { return nil }
    guard choices.contains(text) else { throw .braze("\(name) is invalid") }
    return text
  }

  private func lastEdit() throws(Refusal) -> Int? {
    guard let text = call.request.query["last_edit.time[gt]"] else { return nil }
    guard let seconds = BrazeTime.seconds(text) else {
      throw .braze("last_edit.time[gt] is invalid")
    }
    return seconds
  }
}
