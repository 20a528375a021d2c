internal import Values

/// What Braze answers to a keyword by itself.
struct KeywordReply: Sendable, Hashable {
  var category: String
  var sms: OutboundSMS
}

extension BrazeState {
  /// Sends the reply, or puts it off while messages of campaigns wait to be sent.
  mutating func replyAfterCampaigns(_ reply: KeywordReply, now: Int) {
    let isBusy = life.agenda.contains { job in
      guard job.due <= now, case .braze(let work) = job.work else { return false }
      return work.isMessage
    }
    if isBusy {
      life.planRest(.braze(.reply(reply)), due: now, cause: life.cause)
    } else {
      send(reply, at: now, cause: life.cause)
    }
  }

  mutating func send(_ reply: KeywordReply, at now: Int, cause: Int?) {
    let origin: Members = [
      "keyword_category": .string(reply.category), "template": .string(reply.sms.body),
    ]
    note(reply.sms, at: now, cause: cause, origin)
  }
}
