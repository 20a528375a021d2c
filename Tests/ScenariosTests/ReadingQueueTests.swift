import Emulator
import Testing

@testable import Scenarios

/// Which readings of the open facts are played.
struct ReadingQueueTests {
  /// All the readings that are played where `touched` says what decides something in a run.
  private func runs(
    assuming assumptions: [OpenFact: String] = [:],
    _ touched: ([OpenFact: String]) -> Set<OpenFact>
  ) -> [[OpenFact: String]] {
    var queue = ReadingQueue(assuming: assumptions)
    var runs: [[OpenFact: String]] = []
    while let readings = queue.next() {
      runs.append(readings)
      queue.note(touched(readings), reading: readings)
    }
    return runs
  }

  @Test func `a scenario that touches nothing is played once`() {
    #expect(runs { _ in [] } == [[:]])
  }

  @Test func `each fact that is touched is played in each other reading, alone`() {
    let found = runs { _ in [.brazeTracking, .zendeskCommentPlaceholder] }
    #expect(
      found == [
        [:], [.zendeskCommentPlaceholder: "headed-tightly"], [.zendeskCommentPlaceholder: "bare"],
        [.brazeTracking: "later"],
      ]
    )
  }

  @Test func `what is assumed is played so and no otherwise`() {
    let found = runs(assuming: [.brazeTracking: "later"]) { _ in [.brazeTracking, .brazeReplyOrder]
    }
    #expect(
      found == [
        [.brazeTracking: "later"], [.brazeTracking: "later", .brazeReplyOrder: "campaigns-first"],
      ]
    )
  }

  @Test func `a fact that matters in another reading alone is played beside that`() {
    let found = runs { readings in
      readings[.brazeTracking] == "later" ? [.zendeskWebhookRetries] : [.brazeTracking]
    }
    #expect(
      found == [
        [:], [.brazeTracking: "later"],
        [.brazeTracking: "later", .zendeskWebhookRetries: "not-retried"],
      ]
    )
  }

  @Test func `the runner knows every word of the chronicle`() {
    #expect(Set(Happening.allCases.map(\.rawValue)) == Set(Occurrence.allCases.map(\.rawValue)))
  }
}
