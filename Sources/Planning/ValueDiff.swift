internal import Model
internal import Values

/// Compares two values in normal form and names each place where they differ.
///
/// `shown` is `desired` with its symbols, for readers; the two have the same structure.
struct ValueDiff {
  private(set) var changes: [AttributeChange] = []
  /// How the items of a list are recognised, if by anything but their place.
  var matchingKey: String?

  mutating func compare(_ live: Value?, _ desired: Value?, shown: Value?, at path: String) {
    guard live != desired else { return }
    switch (live, desired, shown) {
    case (.object(let old)?, .object(let new)?, .object(let symbolic)?):
      for key in new.keys + old.keys.filter({ new[$0] == nil }) {
        compare(old[key], new[key], shown: symbolic[key], at: Self.join(path, key))
      }
    case (.list(let old)?, .list(let new)?, .list(let symbolic)?) where symbolic.count == new.count:
      compareItems(old, new, shown: symbolic, at: path)
    case (.json(let old)?, .json(let new)?, .json(let symbolic)?):
      compare(old, new, shown: symbolic, at: path + "#")
    default:
      changes.append(AttributeChange(path: path, before: live, after: shown))
    }
  }

  private mutating func compareItems(
    _ old: [Value],
    _ new: [Value],
    shown: [Value],
    at path: String
  ) {
    if let matchingKey, Self.areMatched(old + new, by: matchingKey) {
      compareMatched(old, new, shown: shown, by: matchingKey, at: path)
      return
    }
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - start,
      old[old.count - 1 - tail] == new[new.count - 1 - tail]
    {
      tail += 1
    }
    let (oldEnd, newEnd) = (old.count - tail, new.count - tail)
    for index in start..<max(oldEnd, newEnd) {
      compare(
        index < oldEnd ? old[index] : nil,
        index < newEnd ? new[index] : nil,
        shown: index < newEnd ? shown[index] : nil,
        at: "\(path)[\(index)]"
      )
    }
  }

  private mutating func compareMatched(
    _ old: [Value],
    _ new: [Value],
    shown: [Value],
    by key: String,
    at path: String
  ) {
    let names = { (items: [Value]) in items.compactMap { $0[key]?.scalarText } }
    for (item, symbol) in zip(new, shown) {
      let name = item[key]?.scalarText ?? ""
      let before = old.first { $0[key]?.scalarText == name }
      compare(before, item, shown: symbol, at: "\(path)[\(name)]")
    }
    for item in old where !names(new).contains(item[key]?.scalarText ?? "") {
      changes.append(
        AttributeChange(path: "\(path)[\(item[key]?.scalarText ?? "")]", before: item, after: nil)
      )
    }
    let kept = names(old).filter(names(new).contains)
    let wanted = names(new).filter(names(old).contains)
    guard kept != wanted else { return }
    changes.append(
      AttributeChange(
        path: "\(path) (order)",
        before: .list(names(old).map(Value.string)),
        after: .list(names(new).map(Value.string))
      )
    )
  }

  private static func areMatched(_ items: [Value], by key: String) -> Bool {
    items.allSatisfy { $0[key]?.scalarText != nil }
  }

  private static func join(_ path: String, _ key: String) -> String {
    path.isEmpty || path.hasSuffix("#") ? path + key : "\(path).\(key)"
  }
}
