import Testing
import Values

@testable import Emulator

@Suite struct `The chronicle` {
  @Test func `numbers what happens, and links it to what it came from`() {
    var life = Life()
    let first = life.note(.smsReceived, in: .braze, at: 0, ["body": "Hi"])
    life.cause = first
    life.note(.campaignEntered, in: .braze, at: 60, [:])
    life.note(.ticketCreated, in: .zendesk, at: 61, cause: 7, [:])
    #expect(
      life.chronicle.entries(after: 0).map(\.document) == [
        [
          "number": 1, "at": "1970-01-01T00:00:00Z", "system": "braze", "type": "sms_received",
          "cause": .null, "body": "Hi",
        ],
        [
          "number": 2, "at": "1970-01-01T00:01:00Z", "system": "braze",
          "type": "campaign_entered", "cause": 1,
        ],
        [
          "number": 3, "at": "1970-01-01T00:01:01Z", "system": "zendesk",
          "type": "ticket_created", "cause": 7,
        ],
      ]
    )
    #expect(life.chronicle.entries(after: 2).map(\.number) == [3])
    #expect(life.chronicle.entries(after: 3).isEmpty)
  }

  @Test func `drops its oldest entries and goes on counting`() {
    var chronicle = Chronicle()
    for _ in 1...10_001 { chronicle.note(.smsSent, in: .braze, at: 0, cause: nil, [:]) }
    #expect(chronicle.entries(after: 0).first?.number == 1_001)
    #expect(chronicle.last == 10_001)
  }
}
