import SystemPackage
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@testable import Platform

struct StandardOutputTests {
  @Test(.timeLimit(.minutes(1)))
  func `a text larger than a pipe arrives whole through a descriptor that does not block`()
    async throws
  {
    let (exit, entrance) = try FileDescriptor.pipe()
    try #require(fcntl(entrance.rawValue, F_SETFL, O_NONBLOCK) == 0)
    let text = String(repeating: "línea\n", count: 100_000)
    async let reading = blocking {
      var content: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 1 << 14)
      while true {
        let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe exit.read(into: $0) }
        if count == 0 { return content }
        content += chunk[..<count]
      }
    }
    try await blocking {
      try StandardOutput.write(text, to: entrance, named: "pipe")
      try entrance.close()
    }
    #expect(try await reading == Array(text.utf8))
    try exit.close()
  }

  @Test func `a reader that has gone is an error when broken pipes are ignored`() async {
    await #expect(processExitsWith: .success) {
      StandardOutput.ignoreBrokenPipes()
      let (exit, entrance) = try FileDescriptor.pipe()
      try exit.close()
      let error = #expect(throws: FileError.self) {
        try StandardOutput.write("a", to: entrance, named: "standard output")
      }
      #expect(error?.isBrokenPipe == true)
      #expect(error?.description == "cannot write to standard output: Broken pipe")
    }
  }

  @Test func `both streams reach their descriptors`() async {
    let result = await #expect(
      processExitsWith: .success,
      observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      try StandardOutput.write("to output")
      try StandardOutput.write("to error", to: .error)
    }
    #expect(
      result.map { String(decoding: $0.standardOutputContent, as: UTF8.self) }?.contains(
        "to output"
      ) == true
    )
    #expect(
      result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) }?.contains("to error")
        == true
    )
  }
}
