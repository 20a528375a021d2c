internal import Values

extension FilterTable {
  static let encodingFilters: [String: Entry] = [
    "url_encode": Entry(0...0) { call throws(Halt) in
      try percent(call, keeping: "-_.~", blank: "+")
    },
    "url_param_escape": Entry(0...0) { call throws(Halt) in try percent(call, keeping: "-_.~") },
    "url_escape": Entry(0...0) { call throws(Halt) in
      try percent(call, keeping: "-_.~!*'();/?:@&=+$,[]")
    },
    "url_decode": Entry(0...0) { call throws(Halt) in
      guard !call.input.isNothing else { return .nothing }
      guard let text = String(validating: decoded(try call.text()), as: UTF8.self) else {
        throw .argument("What this decodes to is not text in UTF-8.")
      }
      return try call.made(text)
    },
    "base64_encode": Entry(0...0) { call throws(Halt) in
      try call.made(Base64.encode(call.text()))
    },
    "base64_url_safe_encode": Entry(0...0) { call throws(Halt) in
      let text = Base64.encode(try call.text())
      return try call.made(text.replacing("+", with: "-").replacing("/", with: "_"))
    },
    "base64_decode": Entry(0...0) { call throws(Halt) in
      let text = try call.text()
      guard text.utf8.count % 4 == 0, let decoded = Base64.decode(text) else { throw notBase64 }
      return try call.made(decoded)
    },
    "base64_url_safe_decode": Entry(0...0) { call throws(Halt) in
      let text = try call.text().replacing("-", with: "+").replacing("_", with: "/")
      guard let decoded = Base64.decode(text) else { throw notBase64 }
      return try call.made(decoded)
    },
    "md5": digest(.md5), "sha1": digest(.sha1), "sha2": digest(.sha256),
    "hmac_sha1_hex": code(.sha1), "hmac_sha1_base64": code(.sha1, isBase64: true),
    "hmac_sha256": code(.sha256), "hmac_sha256_hex": code(.sha256),
    "hmac_sha256_base64": code(.sha256, isBase64: true), "hmac_sha512": code(.sha512),
  ]

  private static let notBase64 = Halt.argument("This is not base64 of text in UTF-8.")

  private static func digest(_ function: HashFunction) -> Entry {
    Entry(0...0) { call throws(Halt) in
      try call.made(HashFunction.hexadecimal(function.digest(of: call.text())))
    }
  }

  /// A message authentication code, whose key is the argument.
  private static func code(_ function: HashFunction, isBase64: Bool = false) -> Entry {
    Entry(1...1) { call throws(Halt) in
      let code = function.authenticationCode(of: try call.text(), key: try call.text(0))
      return try call.made(isBase64 ? Base64.encode(code) : HashFunction.hexadecimal(code))
    }
  }

  /// Every byte but letters, digits and `kept` as `%` and two digits.
  private static func percent(
    _ call: FilterCall,
    keeping kept: String,
    blank: String? = nil
  ) throws(Halt) -> Datum {
    guard !call.input.isNothing else { return .nothing }
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in try call.text().utf8 {
      if byte.isWord && byte != UInt8(ascii: "_") || kept.utf8.contains(byte) {
        result.append(byte)
      } else if let blank, byte == UInt8(ascii: " ") {
        result += blank.utf8
      } else {
        result += [.percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return try call.made(String(decoding: result, as: UTF8.self))
  }

  private static func decoded(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == .percent, digits.count == 2,
        digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        result.append(code)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return result
  }
}
