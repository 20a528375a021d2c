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

  /// Where this range begins, as plain data.
  package var place: Place {
    Place(file: source.name, line: Int(start.line), column: Int(start.column))
  }
}
