internal import Crypto

/// The hash functions that templates offer: what they make of text is sent to servers that expect just that.
package enum HashFunction: Sendable, CaseIterable {
  case md5, sha1, sha256, sha512

  /// The digest of `text` in UTF-8.
  package func digest(of text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return switch self {
    case .md5: Array(Insecure.MD5.hash(data: bytes))
    case .sha1: Array(Insecure.SHA1.hash(data: bytes))
    case .sha256: Array(SHA256.hash(data: bytes))
    case .sha512: Array(SHA512.hash(data: bytes))
    }
  }

  /// The HMAC (RFC 2104) of `text` under `key`, both in UTF-8.
  package func authenticationCode(of text: String, key: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let key = SymmetricKey(data: Array(key.utf8))
    return switch self {
    case .md5: Array(HMAC<Insecure.MD5>.authenticationCode(for: bytes, using: key))
    case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: bytes, using: key))
    case .sha256: Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
    case .sha512: Array(HMAC<SHA512>.authenticationCode(for: bytes, using: key))
    }
  }

  /// `bytes` as lower-case hexadecimal digits, two each.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self
    )
  }
}
