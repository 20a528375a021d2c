/// A line and column of a file as plain data: what remains of a `SourceRange` in plans and reports.
package struct Place: Sendable, Hashable, CustomStringConvertible {
  package var file: String
  /// 1-based.
  package var line: Int
  /// 1-based, counted in Unicode scalars.
  package var column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package var description: String { "\(file):\(line):\(column)" }
}
