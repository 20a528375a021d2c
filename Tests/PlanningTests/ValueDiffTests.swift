import Model
import Testing
import Values

@testable import Planning

struct ValueDiffTests {
  private func paths(_ live: Value?, _ desired: Value?, key: String? = nil) -> [String] {
    var diff = ValueDiff()
    diff.matchingKey = key
    diff.compare(live, desired, shown: desired, at: "a")
    return diff.changes.map(\.path)
  }

  private static let cases: [(live: Value, desired: Value, paths: [String])] = [
    ("x", "x", []),
    ("x", "y", ["a"]),
    (["b": 1, "c": 2], ["b": 1, "c": 3], ["a.c"]),
    (["b": 1], ["c": 1], ["a.c", "a.b"]),
    ([1, 2, 3], [1, 9, 3], ["a[1]"]),
    ([1, 3], [1, 2, 3], ["a[1]"]),
    ([1, 2, 3], [1, 3], ["a[1]"]),
    ([["b": 1, "c": 1]], [["b": 1, "c": 2]], ["a[0].c"]),
    (.json(["b": ["c": 1, "d": [1]]]), .json(["b": ["c": 2, "d": [1]]]), ["a#b.c"]),
    (.json([["b": 1]]), .json([["b": 2]]), ["a#[0].b"]),
    (.json(["b": 1]), "text", ["a"]),
  ]

  @Test(arguments: cases)
  func `every place that differs is named, and no other`(
    _ live: Value,
    _ desired: Value,
    _ expected: [String]
  ) {
    #expect(paths(live, desired) == expected)
  }

  @Test func `items with a key are compared by it, whatever their place`() {
    let live: Value = [["value": "x", "name": "X"], ["value": "y", "name": "Y"]]
    #expect(paths(live, [["value": "y", "name": "Z"]], key: "value") == ["a[y].name", "a[x]"])
    #expect(
      paths(live, [["value": "y", "name": "Y"], ["value": "x", "name": "X"]], key: "value")
        == ["a (order)"]
    )
  }
}
