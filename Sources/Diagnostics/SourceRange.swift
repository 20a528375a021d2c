/// A place in a source text: from `start` up to, not including, `end`.
package struct SourceRange: Sendable, Hashable {
  /// A character's place: line and column, both 1-based, the column counted in Unicode scalars.
  package struct Position: Sendable, Hashable, Comparable {
    package var line: Int32
    package var column: Int32

    package init(line: Int, column: Int) {
      self.line = Int32(clamping: line)
      self.column = Int32(clamping: column)
    }

    package static func < (left: Position, right: Position) -> Bool {
      (left.line, left.column) < (right.line, right.column)
    }
  }

  package let source: SourceText
  package var start: Position
  package var end: Position

  package init(source: SourceText, start: Position, end: Position) {
    self.source = source
    self.start = start
    self.end = max(start, end)
  }

  /// A range over nothing but the first character of `source`, for errors about the whole file.
  package init(startOf source: SourceText) {
    let first = Position(line: 1, column: 1)
    self.init(source: source, start: first, end: first)
  }

  /// The characters whose UTF-8 are the bytes in `range`; what lies past the end is the end.
  ///
  /// Takes time linear in what stands before them.
  package init(bytes range: Range<Int>, of source: SourceText) {
    self.init(
      source: source,
      start: Self.position(of: range.lowerBound, in: source.text),
      end: Self.position(of: range.upperBound, in: source.text)
    )
  }

  /// The line and column of the byte at `offset` of the UTF-8 of `text`; an offset past the end is that of the end.
  ///
  /// Takes time linear in what stands before it.
  package static func position(of offset: Int, in text: String) -> Position {
    let before = text.utf8.prefix(max(offset, 0))
    let line = before.lazy.filter { $0 == UInt8(ascii: "\n") }.count + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { text.utf8.index(after: $0) }
    let column = text.unicodeScalars[(start ?? text.startIndex)..<before.endIndex].count + 1
    return Position(line: line, column: column)
  }

  /// Where this range begins, as plain data.
  package var place: Place {
    Place(file: source.name, line: Int(start.line), column: Int(start.column))
  }
}
