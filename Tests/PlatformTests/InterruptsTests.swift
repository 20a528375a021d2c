import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@testable import Platform

/// Each test has a process to itself, since signals have only one set of handlers there.
struct InterruptsTests {
  @Test(.timeLimit(.minutes(1)), arguments: [SIGUSR1, SIGUSR2])
  func `the first signal is announced and the sequence ends`(number: Int32) async {
    await #expect(processExitsWith: .success) { [number = number as Int32] in
      let interrupts = try Interrupts.install([SIGUSR1, SIGUSR2])
      kill(getpid(), number)
      var seen: [Int] = []
      for await delivery in interrupts.deliveries { seen.append(delivery) }
      #expect(seen == [Int(number)])
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: [SIGINT, SIGTERM])
  func `the second signal ends the process, also one of another sort`(second: Int32) async {
    await #expect(processExitsWith: .signal(second)) { [second = second as Int32] in
      let interrupts = try Interrupts.install()
      kill(getpid(), SIGINT)
      for await _ in interrupts.deliveries {}
      kill(getpid(), second)
      try await Task.sleep(for: .seconds(30))
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a second signal ends a process that attends to nothing`() async {
    await #expect(processExitsWith: .signal(SIGINT)) {
      let interrupts = try Interrupts.install()
      // Several, since a signal that is sent again before it was taken counts once.
      for _ in 0..<300 {
        kill(getpid(), SIGINT)
        usleep(100_000)
      }
      interrupts.remove()
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `work that goes on sees the first signal`() async {
    await #expect(processExitsWith: .success) {
      let interrupts = try Interrupts.install([SIGUSR1])
      let work = Task {
        while !Task.isCancelled { await Task.yield() }
        return "finished"
      }
      let watch = Task { for await _ in interrupts.deliveries { work.cancel() } }
      kill(getpid(), SIGUSR1)
      #expect(await work.value == "finished")
      await watch.value
    }
  }

  @Test func `without interrupts installed a signal ends the process`() async {
    await #expect(processExitsWith: .signal(SIGUSR1)) {
      try Interrupts.install([SIGUSR1]).remove()
      kill(getpid(), SIGUSR1)
      try await Task.sleep(for: .seconds(30))
    }
  }

  @Test func `removal gives an ignored signal back as ignored and ends the sequence`() async {
    await #expect(processExitsWith: .success) {
      signal(SIGUSR1, SIG_IGN)
      let interrupts = try Interrupts.install([SIGUSR1])
      interrupts.remove()
      interrupts.remove()
      kill(getpid(), SIGUSR1)
      for await _ in interrupts.deliveries { Issue.record("delivered") }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `one set at a time, and another after it`() async {
    await #expect(processExitsWith: .success) {
      let first = try Interrupts.install([SIGUSR1])
      #expect(throws: FileError.self) { try Interrupts.install([SIGUSR2]) }
      first.remove()
      let second = try Interrupts.install([SIGUSR2])
      kill(getpid(), SIGUSR2)
      var seen: [Int] = []
      for await delivery in second.deliveries { seen.append(delivery) }
      #expect(seen == [Int(SIGUSR2)])
    }
  }

  @Test func `a signal that cannot be caught is an error, and the others stay as they were`() async
  {
    await #expect(processExitsWith: .signal(SIGUSR1)) {
      let error = #expect(throws: FileError.self) { try Interrupts.install([SIGUSR1, SIGKILL]) }
      try #require(error?.description == "cannot catch signals: Invalid argument")
      kill(getpid(), SIGUSR1)
      try await Task.sleep(for: .seconds(30))
    }
  }
}
