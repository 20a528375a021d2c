internal import Values

/// An SMS that the carrier brings, which no API of Braze can do.
enum InboundDoor {
  private static let shape = DoorShape.members([
    .required("from", .words), .required("subscription_group_id", .uuid),
    .required("body", .freeText), .optional("media_urls", .list(.words)),
  ])

  static func answer(_ visit: DoorVisit, _ state: inout BrazeState) throws(Refusal) -> Answer {
    try shape.check(visit.body)
    let group = try DashboardMessage.smsGroup(
      visit.body["subscription_group_id"],
      at: "subscription_group_id",
      state
    )
    let from = visit.body["from"]?.text ?? ""
    guard from.hasPrefix("+"), from.count > 1,
      from.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
    else { throw EmulatorDoor.mistake("from: must be a phone number such as +15550100") }
    let body = visit.body["body"]?.text ?? ""
    let category = KeywordCategory(of: body, to: group, state)
    let sms = InboundSMS(
      from: from,
      group: group,
      body: body,
      mediaURLs: (visit.body["media_urls"]?.items ?? []).compactMap(\.text),
      category: category
    )
    state.receive(sms, now: visit.now)
    return Answer(status: 202, body: ["category": .string(category.name)])
  }
}
