internal import Values

/// One of the things that decide whether a user gets a message, with what was found.
struct EntryCheck: Sendable, Hashable {
  var name: String
  var expected: String
  var actual: String
  /// Nil where the documents leave it open: see `OpenFact.brazeMissingAttribute`.
  var holds: Bool?

  init(_ name: String, expected: String, actual: String, holds: Bool?) {
    self.name = name
    self.expected = expected
    self.actual = actual
    self.holds = holds
  }

  var document: Value {
    [
      "check": .string(name), "expected": .string(expected), "actual": .string(actual),
      "holds": .boolean(holds ?? false),
    ]
  }
}
