/// Gives each of several rows a column of its own.
enum Assignment {
  /// The column of each row, nil for a row that gets none; as many rows as possible get one.
  ///
  /// Rows come first that come first, columns as well: Kuhn's algorithm, in time rows × rows × columns.
  static func columns(
    rows: Int,
    columns: Int,
    fits: (_ row: Int, _ column: Int) -> Bool
  ) -> [Int?] {
    let possible = (0..<rows).map { row in (0..<columns).filter { fits(row, $0) } }
    var owners = [Int?](repeating: nil, count: columns)

    func place(_ row: Int, _ tried: inout Set<Int>) -> Bool {
      // Nobody has to move for a column that is free.
      if let free = possible[row].first(where: { owners[$0] == nil }) {
        owners[free] = row
        return true
      }
      for column in possible[row] where tried.insert(column).inserted {
        guard let owner = owners[column], place(owner, &tried) else { continue }
        owners[column] = row
        return true
      }
      return false
    }

    for row in 0..<rows {
      var tried: Set<Int> = []
      _ = place(row, &tried)
    }
    var assigned = [Int?](repeating: nil, count: rows)
    for (column, owner) in owners.enumerated() {
      if let owner { assigned[owner] = column }
    }
    return assigned
  }
}
