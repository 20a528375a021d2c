import Testing
import Values

@testable import Scenarios

/// What is held against what.
struct ComparerTests {
  private var comparer: Comparer {
    var cast = Cast(ids: [:])
    cast.tickets["first"] = "7"
    return Comparer(cast: cast)
  }

  /// The names of what does not hold.
  private func misses(_ comparisons: [Comparison]) -> [String] {
    comparisons.filter { !$0.holds }.map(\.name)
  }

  @Test(
    arguments: [
      (["a": 1], ["a": 1, "b": 2], []), (["a": 1], ["a": 2], ["x.a"]), (["a": 1], [:], ["x.a"]),
      ([:], ["a": 1], []), (["a": ["b": ["c": 1]]], ["a": ["b": ["c": 2]]], ["x.a.b.c"]),
      ([1, 2], [2, 1], []), ([1, 1], [1, 2], ["x[1]"]), ([1], [], ["x[0]"]),
      ([["a": 1], ["a": 2]], [["a": 2, "b": 0], ["a": 1]], []),
      ([["a": 1]], [["a": 2]], ["x[0].a"]), ([], [1], ["x"]), ("1", 1, ["x"]), (.null, .null, []),
      ("{first}", 7, []), ("{first}", "7", []), ("no. {first}", "no. 7", []), ("{first}", 8, ["x"]),
    ] as [(Value, Value, [String])]
  )
  func `of objects and lists what is given has to be there`(
    expected: Value,
    actual: Value,
    missed: [String]
  ) {
    #expect(misses(comparer.partial("x", expected, actual)) == missed)
  }

  @Test(
    arguments: [
      (["a": 1], ["a": 1], []), (["a": 1], ["a": 1, "b": 2], ["x.b"]),
      ([1, 2], [2, 1], ["x[0]", "x[1]"]),
      ([1], [1, 2], ["x"]), (["a": [["b": 1]]], ["a": [["b": 1]]], []),
      (["a": "{first}"], ["a": 7], []),
      (["a": .null], [:], ["x"]), ([:], ["a": 1], ["x.a"]),
    ] as [(Value, Value, [String])]
  )
  func `what is exactly so has nothing else`(expected: Value, actual: Value, missed: [String]) {
    let found = misses(comparer.exact("x", expected, actual))
    #expect(found == missed || (missed == ["x"] && !found.isEmpty), "\(found)")
  }

  @Test func `a text is the whole or a part`() {
    #expect(comparer.text("t", .equal("Hi"), "Hi").holds)
    #expect(!comparer.text("t", .equal("Hi"), "Hi!").holds)
    #expect(comparer.text("t", .containing("no. {first}"), "it is no. 7.").holds)
    #expect(!comparer.text("t", .containing("Hi"), nil).holds)
  }
}
