internal import Values

/// Hands out ids the way Zendesk's look, the same ones for the same sequence of requests.
struct Identifiers: Sendable, Equatable {
  /// How many ids were handed out.
  var issued: Int

  init(issued: Int = 0) {
    self.issued = issued
  }

  /// An integer of thirteen digits, greater than every earlier one.
  mutating func integer() -> Int {
    issued += 1
    return 6_100_000_000_000 + issued * 128 + 26
  }

  /// The id of something that the account was founded with, below all that are handed out later.
  ///
  /// - Parameter number: Its own, from 1.
  static func founding(_ number: Int) -> Int { 6_099_000_000_000 + number * 128 + 26 }

  /// A ULID, 26 characters, greater than every earlier one as long as the clock runs forward.
  ///
  /// - Parameter now: Seconds since 1970.
  mutating func ulid(now: Int) -> String {
    issued += 1
    // Ten characters of time in milliseconds, six that count, ten that look random.
    return Self.crockford(now * 1000, characters: 10)
      + Self.crockford(issued, characters: 6)
      + Self.crockford(Int(truncatingIfNeeded: Self.scrambled(issued) >> 1), characters: 10)
  }

  /// An opaque token of 64 hexadecimal digits.
  ///
  /// It is as predictable as everything here: the emulator guards nothing.
  mutating func token() -> String {
    issued += 1
    return (0..<4).map { part in
      let digits = String(Self.scrambled(issued &* 4 &+ part), radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  /// The secret that signs what the webhook `id` sends.
  ///
  /// - Parameter number: How often it was reset.
  static func secret(of id: String, number: Int) -> String {
    let seed = id.utf8.reduce(number &+ 1) { $0 &* 31 &+ Int($1) }
    let words = (0..<2).map { String(scrambled(seed &* 2 &+ $0), radix: 16) }
    return Base64.encode(words.joined())
  }

  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  private static func crockford(_ number: Int, characters: Int) -> String {
    String((0..<characters).reversed().map { digits[number >> ($0 * 5) & 31] })
  }

  /// SplitMix64's finaliser: neighbours in, strangers out.
  private static func scrambled(_ number: Int) -> UInt64 {
    var bits = UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
