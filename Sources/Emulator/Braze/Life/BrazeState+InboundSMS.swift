internal import Values

/// SMS that customers send.
extension BrazeState {
  /// <https://www.braze.com/docs/user_guide/channels/sms_mms_and_rcs>, "Keyword handling" and
  /// "Unknown phone numbers".
  mutating func receive(_ sms: InboundSMS, now: Int) {
    let known = profiles(at: .phone(sms.from))
    let changesSubscription = [.optIn, .optOut].contains(sms.category.effect)
    let isIgnored = known.isEmpty && !changesSubscription
    let entry = note(
      .smsReceived,
      at: now,
      [
        "from": .string(sms.from), "subscription_group": group(sms.group),
        "body": .string(sms.body), "category": .string(sms.category.name),
        "users": .list(known.map(user)),
        "ignored": isIgnored ? "no user has this phone number" : .null,
      ]
    )
    guard !isIgnored else { return }
    let users =
      known.isEmpty
      ? [makeProfile(at: .phone(sms.from), cause: entry, now: now)].compactMap { $0 } : known
    if changesSubscription {
      let status = sms.category.effect == .optIn ? "subscribed" : "unsubscribed"
      for user in users {
        subscribe(user, to: sms.group, state: status, cause: entry, now: now)
      }
    }
    var entrances = 0
    for user in users { entrances += begin(.inboundSMS(sms), for: user, cause: entry, now: now) }
    if let user = users.first {
      answer(sms, to: user, hasCampaigns: entrances > 0, cause: entry, now: now)
    }
  }

  /// Users who share the number get one reply between them.
  private mutating func answer(
    _ sms: InboundSMS,
    to user: String,
    hasCampaigns: Bool,
    cause: Int,
    now: Int
  ) {
    guard let text = sms.category.reply else { return }
    // The regulated words are answered always; beyond them the group's numbers can send nothing to
    // who is not subscribed.
    let isSubscribed = profiles[user]?["subscription_groups"]?[sms.group] == "subscribed"
    guard sms.category.effect != .none || isSubscribed else {
      note(
        .messageFailed,
        at: now,
        cause: cause,
        [
          "campaign": .null, "keyword_category": .string(sms.category.name),
          "user": self.user(user),
          "reason": .string("not subscribed to \(name(ofGroup: sms.group)): no reply is sent"),
        ]
      )
      return
    }
    let reply = KeywordReply(
      category: sms.category.name,
      sms: OutboundSMS(profile: user, to: sms.from, group: sms.group, body: text)
    )
    if !hasCampaigns || life.readings.take(.brazeReplyOrder, as: "reply-first") {
      send(reply, at: now, cause: cause)
    } else {
      life.plan(.braze(.reply(reply)), due: now, cause: cause)
    }
  }
}
