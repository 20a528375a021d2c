/// The part of a URL that says whom to talk to: scheme, host and port.
struct Origin: Hashable {
  enum Flaw: Error {
    /// No URL, or one with more than an origin in it.
    case notAnOrigin
    /// Plain http to another machine.
    case insecure
  }

  /// In lower case, without a slash at the end.
  let text: String

  /// Reads `text`, which must be https, or http to this machine.
  init(_ text: String) throws(Flaw) {
    let lower = text.lowercased()
    let isSecure = lower.hasPrefix("https://")
    guard isSecure || lower.hasPrefix("http://") else { throw .notAnOrigin }
    let authority = lower.dropFirst(isSecure ? 8 : 7)
    guard let host = Origin.host(of: authority) else { throw .notAnOrigin }
    guard isSecure || ["127.0.0.1", "[::1]", "localhost"].contains(host) else { throw .insecure }
    self.text = lower
  }

  /// The host of an authority `host` or `host:port`; nil where it is something else.
  private static func host(of authority: Substring) -> Substring? {
    var host = authority
    var port: Substring?
    if authority.first == "[" {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      host = authority[...end]
      let rest = authority[authority.index(after: end)...]
      guard rest.isEmpty || rest.first == ":" else { return nil }
      port = rest.isEmpty ? nil : rest.dropFirst()
      guard host.dropFirst().dropLast().utf8.allSatisfy(\.isAddressDigit) else { return nil }
    } else {
      if let colon = authority.firstIndex(of: ":") {
        host = authority[..<colon]
        port = authority[authority.index(after: colon)...]
      }
      let labels = host.split(separator: ".", omittingEmptySubsequences: false)
      guard labels.allSatisfy({ $0.isHostLabel }) else { return nil }
    }
    if let port {
      guard port.utf8.allSatisfy(\.isDigit), let number = UInt16(port), number > 0 else {
        return nil
      }
    }
    return host
  }
}

extension StringProtocol {
  /// Whether it may stand between the dots of a host name: `a`-`z`, `0`-`9` and, inside, `-`.
  var isHostLabel: Bool {
    !isEmpty && utf8.count <= 63 && !hasPrefix("-") && !hasSuffix("-")
      && utf8.allSatisfy { byte in
        byte.isDigit || byte == UInt8(ascii: "-")
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// A character of an IPv6 address.
  fileprivate var isAddressDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
      || self == UInt8(ascii: ":") || self == UInt8(ascii: ".")
  }
}
