import SystemPackage
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@testable import Platform

struct TerminalTests {
  /// What `Terminal` reads, line by line, from a pipe that holds `bytes`.
  private func lines(_ bytes: [UInt8], count: Int) throws -> [String?] {
    let (exit, entrance) = try FileDescriptor.pipe()
    try entrance.closeAfter { _ = try entrance.writeAll(bytes) }
    return try exit.closeAfter { (0..<count).map { _ in Terminal.readLine(from: exit) } }
  }

  @Test func `lines are read one at a time up to the end`() throws {
    #expect(try lines(Array("yes\n\nlast".utf8), count: 4) == ["yes", "", "last", nil])
  }

  @Test func `a carriage return belongs to the line break`() throws {
    #expect(try lines(Array("yes\r\nn\ro\n".utf8), count: 2) == ["yes", "n\ro"])
  }

  @Test func `invalid UTF-8 is repaired`() throws {
    #expect(try lines([0x79, 0xFF, 0x0A], count: 1) == ["y\u{FFFD}"])
  }

  @Test func `a line without end is cut`() throws {
    let file = try Scratch()
    try AtomicFile.write([UInt8](repeating: 0x61, count: 100_000), to: file("a"))
    let descriptor = try FileDescriptor.open(FilePath(file("a")), .readOnly)
    try descriptor.closeAfter {
      #expect(Terminal.readLine(from: descriptor)?.utf8.count == 65_536)
      #expect(Terminal.readLine(from: descriptor)?.utf8.count == 34_464)
      #expect(Terminal.readLine(from: descriptor) == nil)
    }
  }

  @Test func `a line is waited for where reading does not block`() async throws {
    let (exit, entrance) = try FileDescriptor.pipe()
    try #require(fcntl(exit.rawValue, F_SETFL, O_NONBLOCK) == 0)
    async let reading = blocking { Terminal.readLine(from: exit) }
    try await Task.sleep(for: .milliseconds(30))
    try entrance.writeAll(Array("late\n".utf8))
    #expect(try await reading == "late")
    try exit.close()
    try entrance.close()
  }

  @Test func `what cannot be read has no line`() {
    #expect(Terminal.readLine(from: FileDescriptor(rawValue: -1)) == nil)
  }

  @Test func `a pipe has no width`() throws {
    let (exit, entrance) = try FileDescriptor.pipe()
    let environment = ProcessEnvironment(["COLUMNS": "80"])
    #expect(Terminal.width(of: entrance, environment: environment) == nil)
    try exit.close()
    try entrance.close()
  }

  @Test func `a terminal has its own width, else the one of COLUMNS`() throws {
    let terminal = try FileDescriptor.open(FilePath("/dev/ptmx"), .readWrite)
    try terminal.closeAfter {
      func width(_ columns: String?) -> Int? {
        let variables = columns.map { ["COLUMNS": $0] } ?? [:]
        return Terminal.width(of: terminal, environment: ProcessEnvironment(variables))
      }
      #expect(width(nil) == nil)
      #expect(width("72") == 72)
      for nonsense in ["", "wide", "0", "-3"] { #expect(width(nonsense) == nil) }
      var size = winsize(ws_row: 24, ws_col: 101, ws_xpixel: 0, ws_ypixel: 0)
      try #require(unsafe ioctl(terminal.rawValue, UInt(TIOCSWINSZ), &size) == 0)
      #expect(width("72") == 101)
    }
  }
}
