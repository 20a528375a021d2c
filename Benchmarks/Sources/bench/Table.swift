/// The figures, in columns.
struct Table {
  private static let heads = ["", "median", "beside", "ratio", "wanted", ""]
  private var lines: [Line] = []

  var holds: Bool { lines.allSatisfy(\.holds) }

  mutating func add(_ line: Line) {
    lines.append(line)
  }

  var text: String {
    let rows = [Self.heads] + lines.map(\.cells)
    let widths = Self.heads.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 || column == 5 ? cell.0 + blanks : blanks + cell.0
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
