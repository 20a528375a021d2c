import Testing

@testable import Platform

struct FileTextTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func refusal(of path: String, limit: Int = 100) throws -> FileError {
    try #require(throws: FileError.self) { try FileText.read(path, limitBytes: limit) }
  }

  @Test func `a file is read byte for byte`() throws {
    let bytes: [UInt8] = [0, 0xFF, 0x0D, 0x0A, 0x80]
    try AtomicFile.write(bytes, to: scratch("a"))
    #expect(try FileText.read(scratch("a"), limitBytes: 100) == bytes)
  }

  @Test(arguments: [0, 4095, 4096, 4097, 3_000_000])
  func `files of every size are whole`(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try AtomicFile.write(bytes, to: scratch("a"))
    #expect(try FileText.read(scratch("a"), limitBytes: size) == bytes)
  }

  @Test func `a missing file is nil, and so is a link that leads nowhere`() throws {
    #expect(try FileText.read(scratch("none"), limitBytes: 100) == nil)
    let link = try scratch.link("link", to: "none")
    #expect(try FileText.read(link, limitBytes: 100) == nil)
  }

  @Test func `a symbolic link is followed`() throws {
    try AtomicFile.write([1], to: scratch("a"))
    #expect(try FileText.read(scratch.link("link", to: "a"), limitBytes: 100) == [1])
  }

  @Test func `a file of the limit is read, one byte more is refused`() throws {
    try AtomicFile.write([1, 2, 3], to: scratch("a"))
    #expect(try FileText.read(scratch("a"), limitBytes: 3) == [1, 2, 3])
    let error = try refusal(of: scratch("a"), limit: 2)
    #expect(error.reason == "File larger than 2 bytes")
    #expect(error.path == scratch("a"))
  }

  #if os(Linux)
    @Test func `a file that hides its size is held to the limit too`() throws {
      #expect(try refusal(of: "/proc/self/environ", limit: 1).reason == "File larger than 1 bytes")
    }
  #endif

  @Test func `a folder is refused`() throws {
    #expect(try refusal(of: scratch.path).reason == "Is a directory")
  }

  @Test(.timeLimit(.minutes(1)))
  func `a FIFO without a writer is refused at once`() throws {
    #expect(try refusal(of: scratch.fifo("fifo")).reason == "Not a regular file")
  }

  @Test func `a device that never ends is refused`() throws {
    #expect(try refusal(of: "/dev/zero").reason == "Not a regular file")
  }

  @Test func `a path through a file is refused`() throws {
    try AtomicFile.write([], to: scratch("a"))
    #expect(try refusal(of: scratch("a/b")).reason == "Not a directory")
  }

  @Test func `a path with a NUL names no shorter path`() throws {
    try AtomicFile.write([1], to: scratch("a"))
    #expect(try refusal(of: scratch("a\0b")).reason == "Invalid argument")
  }
}
