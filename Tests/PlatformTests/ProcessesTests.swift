import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@testable import Platform

struct ProcessesTests {
  @Test func `this process and its parent are alive`() {
    #expect(Processes.currentID == Int(getpid()))
    #expect(Processes.isAlive(pid: Processes.currentID))
    #expect(Processes.isAlive(pid: Int(getppid())))
  }

  @Test(arguments: [0, -1, Int.min, Int.max, Int(Int32.max)])
  func `numbers that no process has are not alive`(pid: Int) {
    #expect(!Processes.isAlive(pid: pid))
  }
}
