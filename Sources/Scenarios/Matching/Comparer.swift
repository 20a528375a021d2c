internal import Values

/// Holds what was against what was expected, leaf by leaf.
struct Comparer: Sendable {
  let cast: Cast

  func text(_ name: String, _ wording: Expectation.Wording, _ actual: Value?) -> Comparison {
    switch wording {
    case .equal(let text):
      return Comparison(name, expected: .string(cast.filled(text)), actual: actual)
    case .containing(let text):
      let part = cast.filled(text)
      return Comparison(
        name,
        .contains,
        expected: .string(part),
        actual: actual,
        holds: actual?.text?.contains(part) ?? false
      )
    }
  }

  /// The whole of both, as one comparison.
  func exact(_ name: String, _ expected: Value, _ actual: Value?) -> [Comparison] {
    if let actual, isEqual(expected, actual) {
      return [Comparison(name, expected: expected, actual: actual, holds: true)]
    }
    return differences(name, expected, actual, isExact: true)
  }

  /// What `expected` has has to be in `actual` too: the members of objects, and the items of lists,
  /// each with one of its own, in whatever order.
  func partial(_ name: String, _ expected: Value, _ actual: Value?) -> [Comparison] {
    differences(name, expected, actual, isExact: false)
  }

  private func differences(
    _ name: String,
    _ expected: Value,
    _ actual: Value?,
    isExact: Bool
  ) -> [Comparison] {
    switch (expected, actual) {
    case (.object(let members), .object?) where members.isEmpty && !isExact:
      return [Comparison(name, expected: expected, actual: actual, holds: true)]
    case (.object(let members), .object(let found)?):
      var comparisons = members.flatMap { key, value in
        differences("\(name).\(key)", value, found[key], isExact: isExact)
      }
      if isExact {
        comparisons += found.filter { key, _ in members[key] == nil }
          .map { Comparison("\(name).\($0.key)", expected: .null, actual: $0.value, holds: false) }
      }
      return comparisons
    case (.list(let items), .list(let found)?) where isExact && items.count == found.count:
      return items.indices.flatMap { index in
        differences("\(name)[\(index)]", items[index], found[index], isExact: true)
      }
    case (.list(let items), .list(let found)?) where !isExact && !items.isEmpty:
      return self.items(name, items, found)
    default:
      let holds = actual.map { isEqual(expected, $0) } ?? (expected.isNull && !isExact)
      return [Comparison(name, expected: cast.shown(expected), actual: actual, holds: holds)]
    }
  }

  private func items(_ name: String, _ items: [Value], _ found: [Value]) -> [Comparison] {
    let places = Assignment.columns(rows: items.count, columns: found.count) { row, column in
      partial(name, items[row], found[column]).allSatisfy(\.holds)
    }
    return items.indices.flatMap { index -> [Comparison] in
      let path = "\(name)[\(index)]"
      if let place = places[index] { return partial(path, items[index], found[place]) }
      // What stands at the same place, if nothing else claims it, is what was probably meant.
      let isFree = found.indices.contains(index) && !places.contains(index)
      return isFree
        ? partial(path, items[index], found[index])
        : [
          Comparison(
            path,
            .contains,
            expected: cast.shown(items[index]),
            actual: .list(found),
            holds: false
          )
        ]
    }
  }

  private func isEqual(_ expected: Value, _ actual: Value) -> Bool {
    switch (expected, actual) {
    case (.string(let text), _):
      let filled = cast.filled(text)
      // A ticket's number is a number here and text there.
      return Placeholders.isWhole(text) ? actual.scalarText == filled : actual == .string(filled)
    case (.list(let items), .list(let found)):
      return items.count == found.count && zip(items, found).allSatisfy { isEqual($0, $1) }
    case (.object(let members), .object(let found)):
      return members.count == found.count
        && members.allSatisfy { key, value in found[key].map { isEqual(value, $0) } ?? false }
    default: return expected == actual
    }
  }
}

extension Cast {
  /// `value` with the names in its texts replaced, texts staying texts.
  func shown(_ value: Value) -> Value {
    switch value {
    case .string(let text): .string(filled(text))
    case .list(let items): .list(items.map { shown($0) })
    case .object(let members): .object(members.mapValues { shown($0) })
    default: value
    }
  }
}
