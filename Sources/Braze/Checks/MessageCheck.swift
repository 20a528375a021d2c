internal import Model
internal import Values

/// What a message is held to: that of a campaign, or of a Canvas step.
enum MessageCheck {
  private static let channels = ["webhook", "sms"]

  @Sendable static func campaign(_ campaign: Members) -> [Finding] {
    findings(campaign, at: [])
  }

  @Sendable static func canvas(_ canvas: Members) -> [Finding] {
    guard let steps = canvas["steps"]?.items else { return [] }
    return CanvasStepCheck.findings(steps)
      + steps.enumerated().flatMap { index, step in
        findings(step.members ?? [:], at: ["steps", .index(index)])
      }
  }

  private static func findings(_ message: Members, at path: ValuePath) -> [Finding] {
    let sms = message["sms"]?.members
    return parts(message, at: path) + request(message, at: path)
      + SubscriptionGroupCheck.mention(in: sms, at: path.appending("sms"))
      + BlankCheck.findings(sms, ["body"], at: path.appending("sms"))
      + BlankCheck.findings(
        message["webhook"]?.members,
        ["url"],
        at: path.appending("webhook")
      )
      + HeaderCheck.findings(
        message["webhook"]?["headers"]?.members ?? [:],
        at: path.appending("webhook").appending("headers")
      )
  }

  /// The part that the channel names is there, and no other.
  private static func parts(_ message: Members, at path: ValuePath) -> [Finding] {
    guard let channel = message["channel"]?.text, channels.contains(channel) else { return [] }
    var findings: [Finding] = []
    if message.written(channel) == nil {
      findings.append(
        Finding(
          code: "channel-mismatch",
          summary: "Message of another channel",
          detail:
            "The channel \(channel) needs the key \"\(channel)\", which says what is sent. Add "
            + "it.",
          at: path.appending("channel")
        )
      )
    }
    for other in channels where other != channel && message.written(other) != nil {
      findings.append(
        Finding(
          code: "channel-mismatch",
          summary: "Message of another channel",
          detail: "\"\(other)\" is for the channel \(other), and this is the channel \(channel). "
            + "Remove it, or change the channel.",
          at: path.appending(.key(other))
        )
      )
    }
    return findings
  }

  private static func request(_ message: Members, at path: ValuePath) -> [Finding] {
    guard let webhook = message["webhook"]?.members, webhook["method"]?.text == "GET",
      let body = webhook.written("body"), body.text != ""
    else { return [] }
    return [
      Finding(
        code: "body-of-get",
        summary: "GET with a body",
        detail: "A request by GET has no body. Remove it, or choose another method.",
        at: path.appending("webhook").appending("body")
      )
    ]
  }
}
