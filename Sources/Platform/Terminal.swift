import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The person at the other end of the standard streams, if there is one.
package enum Terminal {
  /// Whether `stream` is a terminal.
  package static func isTerminal(_ stream: StandardStream) -> Bool {
    isatty(stream.descriptor.rawValue) == 1
  }

  /// The width in columns of the terminal that `stream` is; nil if it is none.
  ///
  /// A terminal that does not know its width has that of the variable `COLUMNS`, else none.
  package static func width(
    of stream: StandardStream,
    environment: ProcessEnvironment
  ) -> Int? {
    width(of: stream.descriptor, environment: environment)
  }

  static func width(of descriptor: FileDescriptor, environment: ProcessEnvironment) -> Int? {
    guard isatty(descriptor.rawValue) == 1 else { return nil }
    var size = winsize()
    if unsafe ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    guard let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 else { return nil }
    return columns
  }

  /// The next line of standard input without its line break; blocks the thread until it is there.
  ///
  /// Nil at the end of the input, and where it cannot be read: there is no answer then. Invalid
  /// UTF-8 is repaired with U+FFFD, and a line ends after 64 KiB at the latest. No more is consumed
  /// than the line.
  package static func readLine() -> String? {
    readLine(from: .standardInput)
  }

  static func readLine(from descriptor: FileDescriptor) -> String? {
    var line: [UInt8] = []
    while line.count < 1 << 16 {
      guard let byte = readByte(from: descriptor) else {
        if line.isEmpty { return nil }
        break
      }
      if byte == UInt8(ascii: "\n") { break }
      line.append(byte)
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  private static func readByte(from descriptor: FileDescriptor) -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(descriptor.rawValue, &byte, 1)
      if count == 1 { return byte }
      if count == 0 { return nil }
      switch Errno.last {
      case .interrupted: continue
      case .wouldBlock: descriptor.wait(for: POLLIN)
      default: return nil
      }
    }
  }
}
