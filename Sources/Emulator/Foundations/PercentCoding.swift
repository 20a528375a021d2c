/// The percent-encoding of RFC 3986.
enum PercentCoding {
  private static let unreserved = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8
  )

  static func encode(_ text: String) -> String {
    var output = ""
    for byte in text.utf8 {
      if unreserved.contains(byte) {
        output.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        output += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return output
  }

  /// What `text` stands for; a `%` without two hexadecimal digits stays as it is.
  static func decode(_ text: some StringProtocol, plusIsBlank: Bool = false) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = Character(Unicode.Scalar(bytes[index + 1])).hexDigitValue,
        let low = Character(Unicode.Scalar(bytes[index + 2])).hexDigitValue
      {
        output.append(UInt8(high << 4 | low))
        index += 3
      } else {
        let isBlank = plusIsBlank && bytes[index] == UInt8(ascii: "+")
        output.append(isBlank ? UInt8(ascii: " ") : bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
