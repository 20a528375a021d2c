/// Scheme, host and port of a server to which credentials may be sent.
package struct Origin: Sendable, Hashable, CustomStringConvertible {
  /// Why a text is no such origin.
  package struct Fault: Error, Sendable, Hashable {
    /// A sentence for the user.
    package let reason: String
  }

  /// `https`, or `http` for loopback.
  package let scheme: String
  /// In lower case; an IPv6 address in brackets.
  package let host: String
  package let port: Int?

  /// Reads `https://host` or `https://host:port`, with or without a slash at the end.
  ///
  /// - Throws: `Fault` for anything else, and for plain HTTP to other than loopback: credentials
  ///   would travel in the clear.
  package init(_ text: String) throws(Fault) {
    guard let colon = text.firstRange(of: "://") else {
      throw Fault(reason: "\"\(text)\" is no URL: write https://, then the host")
    }
    scheme = text[..<colon.lowerBound].lowercased()
    var authority = text[colon.upperBound...]
    if authority.last == "/" { authority.removeLast() }
    guard scheme == "https" || scheme == "http" else {
      throw Fault(reason: "\"\(text)\" does not begin with https://")
    }
    guard !authority.contains(where: { "/?#".contains($0) }) else {
      throw Fault(reason: "\"\(text)\" has a path or query: write scheme, host and port alone")
    }
    guard !authority.contains("@") else {
      throw Fault(reason: "the URL holds a user name or password, which belong under auth")
    }
    (host, port) = try Origin.hostAndPort(authority, in: text)
    guard scheme == "https" || isLoopback else {
      throw Fault(
        reason: "\"\(text)\" is plain http, which would show the credentials to the network: "
          + "write https (http is for 127.0.0.1, ::1 and localhost)"
      )
    }
  }

  /// Whether the host is this machine by definition: 127.0.0.1, ::1 or localhost.
  package var isLoopback: Bool { ["127.0.0.1", "[::1]", "localhost"].contains(host) }

  package var description: String { "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "") }

  private static func hostAndPort(
    _ authority: Substring,
    in text: String
  ) throws(Fault) -> (String, Int?) {
    let isAddress = authority.hasPrefix("[")
    let end =
      isAddress
      ? authority.firstIndex(of: "]").map { authority.index(after: $0) } ?? authority.endIndex
      : authority.firstIndex(of: ":") ?? authority.endIndex
    let host = authority[..<end].lowercased()
    let isSound =
      isAddress
      ? host.hasSuffix("]") && host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" }
      : !host.isEmpty && host.utf8.allSatisfy(isHostByte)
    guard isSound else { throw Fault(reason: "\"\(text)\" has no valid host") }
    let rest = authority[end...]
    if rest.isEmpty { return (host, nil) }
    guard rest.first == ":", let port = Int(rest.dropFirst()), (1...65535).contains(port) else {
      throw Fault(reason: "\"\(text)\" has no valid port")
    }
    return (host, port)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
