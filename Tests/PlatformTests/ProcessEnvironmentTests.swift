import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@testable import Platform

struct ProcessEnvironmentTests {
  @Test func `a variable is looked up by its exact name`() {
    let environment = ProcessEnvironment(["A": "1", "EMPTY": ""])
    #expect(environment["A"] == "1")
    #expect(environment["a"] == nil)
    #expect(environment["EMPTY"] == "")
  }

  @Test func `the environment of the process is read afresh`() async {
    await #expect(processExitsWith: .success) {
      let before = ProcessEnvironment.current
      try #require(unsafe setenv("LOCKSTEP_TEST", "a=b", 1) == 0)
      #expect(before["LOCKSTEP_TEST"] == nil)
      #expect(ProcessEnvironment.current["LOCKSTEP_TEST"] == "a=b")
      let path = unsafe getenv("PATH").map { unsafe String(cString: $0) }
      #expect(ProcessEnvironment.current["PATH"] == path)
    }
  }

  @Test func `an environment shows nothing of itself`() {
    let environment = ProcessEnvironment(["TOKEN": "hunter2"])
    var dumped = ""
    dump(environment, to: &dumped)
    for text in ["\(environment)", String(reflecting: environment), dumped] {
      #expect(!text.contains("hunter2"))
      #expect(text.contains("(environment)"))
    }
  }
}
