/// How many segments an SMS is sent in, which is what carriers charge for.
///
/// <https://www.braze.com/docs/user_guide/message_building_by_channel/sms/campaign/segments>,
/// 3GPP TS 23.038 for the alphabet.
struct SMSLength: Sendable, Hashable {
  enum Encoding: String, Sendable {
    case gsm7 = "GSM-7"
    case ucs2 = "UCS-2"

    /// Units that a message alone takes, and each of several.
    var limits: (single: Int, part: Int) {
      switch self {
      case .gsm7: (160, 153)
      case .ucs2: (70, 67)
      }
    }
  }

  let encoding: Encoding
  let segments: Int

  init(_ text: String) {
    let isPlain = text.unicodeScalars.allSatisfy {
      Self.basic.contains($0) || Self.extended.contains($0)
    }
    encoding = isPlain ? .gsm7 : .ucs2
    let widths = text.unicodeScalars.map { scalar in
      isPlain ? (Self.extended.contains(scalar) ? 2 : 1) : UTF16.width(scalar)
    }
    let (single, part) = encoding.limits
    segments = widths.reduce(0, +) <= single ? 1 : Self.parts(of: part, for: widths)
  }

  /// A character of two units is not cut in two.
  private static func parts(of size: Int, for widths: [Int]) -> Int {
    var (parts, used) = (1, 0)
    for width in widths {
      if used + width > size {
        parts += 1
        used = 0
      }
      used += width
    }
    return parts
  }

  private static let basic = Set(
    """
    @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡\
    ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà
    """.unicodeScalars
  )
  /// Two units each.
  private static let extended = Set("\u{C}^{}\\[~]|€".unicodeScalars)
}
