/// The name of an environment: one or more of `a`-`z`, `0`-`9`, `_` and `-`.
package struct EnvironmentName: Sendable, Hashable, CustomStringConvertible {
  package let description: String

  /// Nil unless `text` is such a name.
  package init?(_ text: String) {
    let isName = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    guard isName, !text.isEmpty else { return nil }
    description = text
  }
}
