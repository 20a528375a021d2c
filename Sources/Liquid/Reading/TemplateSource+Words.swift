extension TemplateSource {
  /// The key of the attribute `${key}` that begins at `offset`, with its blanks.
  ///
  /// - Parameter end: Nothing is read from there on.
  /// - Returns: Nil where none begins, or where it does not end on its line.
  func attributeKey(at offset: Int, before end: Int) -> Range<Int>? {
    guard offset + 1 < end, bytes[offset] == .dollar, bytes[offset + 1] == .openBrace else {
      return nil
    }
    let start = offset + 2
    var index = start
    while index < end, bytes[index] != .newline, bytes[index] != .openBrace {
      if bytes[index] == .closeBrace { return start..<index }
      index += 1
    }
    return nil
  }

  /// The name that the tag with this content begins with: a word, or `#`.
  ///
  /// Empty where there is none.
  func tagName(in content: Range<Int>) -> Range<Int> {
    let start = content.first { !bytes[$0].isBlank } ?? content.upperBound
    guard start < content.upperBound, bytes[start] != UInt8(ascii: "#") else {
      return start..<min(start + 1, content.upperBound)
    }
    let end = (start..<content.upperBound).first { !bytes[$0].isWord } ?? content.upperBound
    return start..<end
  }

  /// `range` without the blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard let start = range.first(where: { !bytes[$0].isBlank }),
      let last = range.last(where: { !bytes[$0].isBlank })
    else { return range.lowerBound..<range.lowerBound }
    return start..<(last + 1)
  }

  /// `range` line by line, without the line breaks.
  func lines(_ range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == .newline {
      lines.append(start..<index)
      start = index + 1
    }
    lines.append(start..<range.upperBound)
    return lines
  }
}
