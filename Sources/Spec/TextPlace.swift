/// A character's place in a text of several lines.
struct TextPlace {
  /// 0-based.
  private(set) var line = 0
  /// 0-based, counted in Unicode scalars.
  let column: Int
  /// The whole line, without its end.
  let text: Substring

  /// The place before which `offset` bytes of UTF-8 stand; the end where there are fewer.
  init(ofByte offset: Int, in text: String) {
    let target = text.utf8.index(
      text.startIndex,
      offsetBy: max(0, offset),
      limitedBy: text.endIndex
    )
    let point = target ?? text.endIndex
    var start = text.startIndex
    var index = text.startIndex
    while index < point {
      let next = text.utf8.index(after: index)
      if text.utf8[index] == UInt8(ascii: "\n") {
        line += 1
        start = next
      }
      index = next
    }
    let end = text.utf8[point...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
    self.text = text[start..<end]
    column = text.unicodeScalars[start..<point].count
  }
}
