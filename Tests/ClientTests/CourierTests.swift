import HTTPTypes
import Messages
import Synchronization
import Testing
import Values

@testable import Client

struct CourierTests {
  private let request = Request(.get, "https://example.test/a?b=c")

  private func courier(_ transport: ScriptedTransport, _ time: ManualTime) -> Courier {
    Courier(transport: transport, timing: time.timing)
  }

  private func status(_ delivery: Courier.Delivery) -> Int? {
    if case .success(let response) = delivery.outcome { response.status } else { nil }
  }

  @Test func `what the server asks to wait is waited, to the second`() async {
    let transport = ScriptedTransport([.answer(429, "", [.retryAfter: "42"]), .answer(200, "")])
    let time = ManualTime()
    #expect(status(await courier(transport, time).deliver(request, isRepeatable: false)) == 200)
    #expect(time.now == .seconds(42))
  }

  @Test func `a pause holds back every request`() async {
    let gate = RateGate(limit: .seconds(100))
    #expect(gate.close(for: .seconds(30), now: .seconds(5)))
    #expect(gate.opensAt == .seconds(35))
    #expect(gate.close(for: .seconds(10), now: .seconds(6)), "within the pause")
    #expect(gate.opensAt == .seconds(35))
    #expect(!gate.close(for: .seconds(100), now: .seconds(6)), "more than the rest of the limit")
    #expect(gate.opensAt == .seconds(35))
    #expect(gate.close(for: .seconds(70), now: .seconds(35)), "overlaps count once")
    #expect(!gate.close(for: .seconds(1), now: .seconds(105)))
  }

  @Test func `a pause that another request prolonged is waited to its new end`() async {
    let transport = ScriptedTransport([.answer(429, "", [.retryAfter: "10"]), .answer(200, "")])
    let time = ManualTime()
    let gate = Mutex<RateGate?>(nil)
    let timing = Timing(
      now: { time.now },
      sleep: { duration in
        await time.timing.sleep(duration)
        if time.now == .seconds(5) {
          gate.withLock { _ = $0?.close(for: .seconds(60), now: time.now) }
        }
      },
      jitter: { 1 }
    )
    let courier = Courier(transport: transport, timing: timing)
    gate.withLock { $0 = courier.gate }
    #expect(status(await courier.deliver(request, isRepeatable: true)) == 200)
    #expect(time.now == .seconds(65))
  }

  @Test func `a wait longer than a run's budget is not begun`() async {
    let transport = ScriptedTransport([.answer(429, "", [.retryAfter: "301"])])
    let time = ManualTime()
    #expect(status(await courier(transport, time).deliver(request, isRepeatable: true)) == 429)
    #expect(time.now == .zero)
  }

  @Test func `pauses end when the run's budget is spent`() async {
    let transport = ScriptedTransport(
      Array(repeating: .answer(429, "", [.retryAfter: "100"]), count: 4)
    )
    let time = ManualTime()
    #expect(status(await courier(transport, time).deliver(request, isRepeatable: true)) == 429)
    #expect(transport.left == 0)
    #expect(time.now == .seconds(300))
  }

  @Test func `pauses use up no attempts`() async {
    let pauses = Array(
      repeating: ScriptedTransport.Step.answer(429, "", [.retryAfter: "1"]),
      count: 9
    )
    let transport = ScriptedTransport(pauses + [.answer(500, ""), .answer(200, "")])
    #expect(
      status(await courier(transport, ManualTime()).deliver(request, isRepeatable: true)) == 200
    )
  }

  @Test func `a failing server is asked five times, with growing waits`() async {
    let transport = ScriptedTransport(Array(repeating: .answer(500, ""), count: 5))
    let time = ManualTime()
    let delivery = await courier(transport, time).deliver(request, isRepeatable: true)
    #expect(status(delivery) == 500)
    #expect(delivery.isInDoubt)
    #expect(transport.left == 0)
    #expect(time.now == .milliseconds(7500))
  }

  @Test func `an interruption ends a wait early`() async {
    let transport = ScriptedTransport([.answer(429, "", [.retryAfter: "200"])])
    let time = ManualTime(stopsAt: .seconds(3))
    let delivery = await courier(transport, time).deliver(request, isRepeatable: true)
    guard case .failure(let error) = delivery.outcome else {
      Issue.record("no failure")
      return
    }
    #expect(error.cause == .cancelled)
    #expect(!error.mayHaveTakenEffect)
    #expect(time.now < .seconds(4))
  }

  @Test func `an interrupted write that may have taken effect stays in doubt`() async {
    let transport = ScriptedTransport([.fail(.disconnected, mayHaveTakenEffect: true)])
    let time = ManualTime(stopsAt: .zero)
    let delivery = await courier(transport, time).deliver(request, isRepeatable: true)
    #expect(delivery.isInDoubt)
    #expect(transport.requests.count == 1)
  }

  @Test func `every request that is sent is observed`() async {
    let count = RequestCount()
    let rig = Rig(
      [
        .answer(500, ""), .answer(200, #"{"thing":{"id":1}}"#),
        .answer(200, #"{"thing":{"id":1}}"#),
      ],
      observe: count.record
    )
    _ = await failure { () throws(APIFailure) in
      _ = try await rig.client.read(.thing(), "1")
      _ = try await rig.client.update(.thing(), "1", [:])
    }
    #expect((count.reads, count.writes) == (2, 1))
  }
}
