import Testing

@testable import Scenarios

struct AssignmentTests {
  @Test func `rows get columns in their order`() {
    #expect(Assignment.columns(rows: 2, columns: 2) { _, _ in true } == [0, 1])
  }

  @Test func `a row makes room for one that fits nowhere else`() {
    // The first row fits both columns, the second the first alone.
    let columns = Assignment.columns(rows: 2, columns: 2) { row, column in row == 0 || column == 0 }
    #expect(columns == [1, 0])
  }

  @Test func `as many rows as possible get a column`() {
    let fits: [Set<Int>] = [[0, 1], [0, 2], [0], [9]]
    let columns = Assignment.columns(rows: 4, columns: 3) { fits[$0].contains($1) }
    #expect(columns == [1, 2, 0, nil])
  }

  @Test func `two rows never share a column`() {
    #expect(Assignment.columns(rows: 2, columns: 1) { _, _ in true } == [0, nil])
  }
}
