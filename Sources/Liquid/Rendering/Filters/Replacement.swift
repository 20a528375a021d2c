/// What Ruby puts in the place of a match: `\\` is one backslash, `\0` and `\&` the match, `` \` `` what stands before
/// it and `\'` what stands behind; `\1` to `\9` are groups, which plain text has none of.
///
/// Hence `replace: '\', '\\'` changes nothing, and `replace: "'", "\'"` doubles the rest of a text.
struct Replacement {
  private enum Piece { case bytes([UInt8]), before, match, behind }

  private var pieces: [Piece] = []

  init(_ text: String) {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        bytes.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "\\"): bytes.append(byte)
      case UInt8(ascii: "1")...UInt8(ascii: "9"): break
      case UInt8(ascii: "0"), UInt8(ascii: "&"): flush(&bytes, .match)
      case UInt8(ascii: "`"): flush(&bytes, .before)
      case UInt8(ascii: "'"): flush(&bytes, .behind)
      default:
        bytes.append(byte)
        continue
      }
      rest.removeFirst()
    }
    pieces.append(.bytes(bytes))
  }

  private mutating func flush(_ bytes: inout [UInt8], _ piece: Piece) {
    pieces += [.bytes(bytes), piece]
    bytes = []
  }

  /// How many bytes it takes the place of a match with.
  func size(_ before: ArraySlice<UInt8>, _ match: ArraySlice<UInt8>, _ behind: ArraySlice<UInt8>)
    -> Int
  {
    pieces.reduce(0) { sum, piece in
      switch piece {
      case .bytes(let bytes): sum + bytes.count
      case .before: sum + before.count
      case .match: sum + match.count
      case .behind: sum + behind.count
      }
    }
  }

  func append(
    to result: inout [UInt8],
    _ before: ArraySlice<UInt8>,
    _ match: ArraySlice<UInt8>,
    _ behind: ArraySlice<UInt8>
  ) {
    for piece in pieces {
      switch piece {
      case .bytes(let bytes): result += bytes
      case .before: result += before
      case .match: result += match
      case .behind: result += behind
      }
    }
  }
}
