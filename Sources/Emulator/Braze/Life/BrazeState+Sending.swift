internal import Values

/// Messages on their way to users.
extension BrazeState {
  /// Renders a message and sends it, then turns to the Canvas's next.
  mutating func send(_ order: MessageOrder, now: Int) {
    guard let journey = Journey(order.sort, order.journey, in: self),
      journey.messages.indices.contains(order.step)
    else {
      let label: Value = ["id": .string(order.journey), "name": .null]
      return stop(order, label, .failed("the \(order.sort.rawValue) has it no more"), now: now)
    }
    do throws(MessageText.Stop) {
      try checkTiming(of: order, journey, now: now)
      let message = journey.messages[order.step]
      let text = MessageText(MessageData.members(order, journey, message, self), now: now)
      if let sms = message["sms"] {
        try send(sms: sms, text, order, journey, now: now)
      } else {
        try send(webhook: message["webhook"] ?? [:], text, order, journey, now: now)
      }
      noteSending(of: journey, now: now)
    } catch {
      stop(order, journey.label, error, now: now)
    }
    // Users go on whatever became of a step:
    // <https://www.braze.com/docs/user_guide/messaging/canvas>, "Message advancement".
    guard order.step + 1 < journey.messages.count else { return }
    var next = order
    next.step += 1
    life.planRest(.braze(.send(next)), due: now, cause: life.cause)
  }

  /// What was decided when the user entered may hold no more after a delay.
  private func checkTiming(
    of order: MessageOrder,
    _ journey: Journey,
    now: Int
  ) throws(MessageText.Stop) {
    guard journey.isLive else { throw .failed("the \(order.sort.rawValue) is \(journey.state)") }
    guard order.sort == .campaign else { return }
    let eligibility = eligibility(of: order.profile, for: journey, now: now)
    guard eligibility.holds == true else {
      throw .failed("re-eligibility: \(eligibility.actual), allowed \(eligibility.expected)")
    }
  }

  private mutating func stop(
    _ order: MessageOrder,
    _ label: Value,
    _ reason: MessageText.Stop,
    now: Int
  ) {
    let (occurrence, type, text): (Occurrence, String, String) =
      switch reason {
      case .aborted(let text): (.messageAborted, "abort", text)
      case .failed(let text): (.messageFailed, "failure", text)
      }
    let details: Members = [
      "campaign": label, "user": user(order.profile), "reason": .string(text),
    ]
    life.underway.remove(order.turn)
    note(occurrence, at: now, details)
    logActivity(type, at: now, details)
  }
}

extension BrazeState {
  /// "An SMS message body accepts up to 1,600 characters."
  ///
  /// <https://www.braze.com/docs/user_guide/channels/sms_mms_and_rcs/message_setup/sms_sending/>
  private static let bodyLimit = 1_600

  private mutating func send(
    sms: Value,
    _ text: MessageText,
    _ order: MessageOrder,
    _ journey: Journey,
    now: Int
  ) throws(MessageText.Stop) {
    let group = sms["subscription_group_id"]?.text ?? ""
    if let check = Entrance.addressChecks(of: order.profile, group, self)
      .first(where: { $0.holds != true })
    {
      throw .failed("\(check.name): \(check.actual)")
    }
    let template = sms["body"]?.text ?? ""
    let body = try text.render(template, as: "the body")
    // Carriers refuse it.
    guard !KeywordCategory.trimmed(body).isEmpty else { throw .failed("the body is empty") }
    if body.count > Self.bodyLimit,
      life.readings.take(.brazeLongSMS, as: "not-sent")
    {
      throw .failed("the body has \(body.count) characters, more than \(Self.bodyLimit)")
    }
    let letter = OutboundSMS(
      profile: order.profile,
      to: profiles[order.profile]?["attributes"]?["phone"]?.text ?? "",
      group: group,
      body: body
    )
    note(letter, at: now, ["campaign": journey.label, "template": .string(template)])
    life.underway.remove(order.turn)
    noteReceipt(of: journey, by: order.profile, now: now)
  }

  /// Says that an SMS went out.
  ///
  /// - Parameter origin: The campaign, or the category of keywords, and the template.
  mutating func note(_ sms: OutboundSMS, at now: Int, cause: Int? = nil, _ origin: Members) {
    let length = SMSLength(sms.body)
    let head: Members = [
      "to": .string(sms.to), "from": .string(name(ofGroup: sms.group)),
      "user": user(sms.profile), "subscription_group": group(sms.group), "campaign": .null,
      "keyword_category": .null, "template": .null, "body": .string(sms.body),
      "segments": .integer(length.segments), "encoding": .string(length.encoding.rawValue),
    ]
    note(.smsSent, at: now, cause: cause, head.merging(origin))
  }

  private mutating func send(
    webhook: Value,
    _ text: MessageText,
    _ order: MessageOrder,
    _ journey: Journey,
    now: Int
  ) throws(MessageText.Stop) {
    let method = webhook["method"]?.text ?? "POST"
    let url = try WebhookURL.checked(
      try text.render(webhook["url"]?.text ?? "", as: "the URL"),
      &life.readings
    )
    var headers: Members = [:]
    for (name, value) in webhook["headers"]?.members ?? [:] {
      let rendered = try text.render(value.text ?? "", as: "the header \(name)")
      headers[name] = .string(String(KeywordCategory.trimmed(rendered)))
    }
    let template = webhook["body"]?.text ?? ""
    let body = method == "GET" ? "" : try text.render(template, as: "the body")
    let message = try WebhookMessage(
      id: identifiers.uuid(),
      order: order,
      name: journey.name,
      method: method,
      url: url,
      headers: headers,
      body: body,
      begun: now
    )
    let entry = note(
      .webhookSent,
      at: now,
      [
        "campaign": journey.label, "user": user(order.profile), "message": .string(message.id),
        "method": .string(method), "url": .string(message.shownURL),
        "headers": message.shownHeaders,
        "template": [
          "url": .string(Concealment.url(webhook["url"]?.text ?? "")), "body": .string(template),
        ],
        "body": .string(body),
      ]
    )
    life.plan(.braze(.attempt(message)), due: now, cause: entry)
  }
}
