import Testing

@testable import Emulator

@Suite struct `What is due` {
  private func job(due: Int, cause: Int) -> Job {
    Job(due: due, cause: cause, work: .zendesk(.automations))
  }

  @Test func `comes soonest first, and what was added first of what is due together`() {
    var agenda = Agenda()
    for (due, cause) in [(5, 1), (3, 2), (5, 3), (1, 4), (3, 5)] {
      agenda.add(job(due: due, cause: cause))
    }
    #expect(agenda.next == 1)
    var order: [Int?] = []
    while let job = agenda.take(dueAt: 9) { order.append(job.cause) }
    #expect(order == [4, 2, 5, 1, 3])
  }

  @Test func `stays until its time`() {
    var agenda = Agenda()
    agenda.add(job(due: 5, cause: 1))
    #expect(agenda.take(dueAt: 4) == nil)
    #expect(agenda.take(dueAt: 5)?.cause == 1)
    #expect(agenda.isEmpty)
  }
}
