internal import Crypto

/// A SHA-256 over a value's canonical JSON: enough to tell whether it changed, not what it was.
package struct Digest: Sendable, Hashable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package let hexadecimal: String

  package init(of value: Value) {
    let digits = Array("0123456789abcdef")
    hexadecimal = SHA256.hash(data: Array(value.json(.canonical).utf8))
      .reduce(into: "") { text, byte in
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
  }

  /// Nil unless `text` is 64 lower-case hexadecimal digits.
  package init?(hexadecimal text: String) {
    guard text.utf8.count == 64, text.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
      return nil
    }
    hexadecimal = text
  }

  package var description: String { hexadecimal }
}
