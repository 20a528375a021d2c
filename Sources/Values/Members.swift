/// The members of an object, in the order in which they were written.
///
/// Two are equal if they hold equal values under the same keys; the order is for readers alone.
/// Objects are many and small, so that keys are searched one by one up to `searchLimit` of them.
package struct Members: Sendable, Hashable {
  private static let searchLimit = 16

  private var entries: [Element] = []
  /// Where each key is, once there are too many to search.
  private var places: [String: Int]?

  package init() {}

  /// The last of several members with one key wins, in the place of the first.
  package init(_ pairs: [(String, Value)]) {
    entries.reserveCapacity(pairs.count)
    for (key, value) in pairs { self[key] = value }
  }

  package subscript(key: String) -> Value? {
    get { place(of: key).map { entries[$0].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): remove(at: place)
      case (nil, let value?): append(key, value)
      case (nil, nil): break
      }
    }
  }

  package var keys: [String] { entries.map(\.key) }

  package func mapValues(_ transform: (Value) throws -> Value) rethrows -> Members {
    var copy = self
    copy.entries = try entries.map { (key: $0.key, value: try transform($0.value)) }
    return copy
  }

  package func filter(_ isIncluded: (String, Value) throws -> Bool) rethrows -> Members {
    var kept = Members()
    for (key, value) in entries where try isIncluded(key, value) { kept.append(key, value) }
    return kept
  }

  /// These members and those of `other`, whose values win.
  package func merging(_ other: Members) -> Members {
    var copy = self
    for (key, value) in other { copy[key] = value }
    return copy
  }

  private func place(of key: String) -> Int? {
    if let places { return places[key] }
    return entries.firstIndex { $0.key == key }
  }

  private mutating func append(_ key: String, _ value: Value) {
    entries.append((key, value))
    if places != nil {
      places?[key] = entries.count - 1
    } else if entries.count > Self.searchLimit {
      index()
    }
  }

  private mutating func remove(at place: Int) {
    entries.remove(at: place)
    if places != nil { index() }
  }

  private mutating func index() {
    places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.key, $0) })
  }

  package static func == (left: Members, right: Members) -> Bool {
    guard left.count == right.count else { return false }
    return left.entries.indices.allSatisfy { index in
      let (key, value) = left.entries[index]
      // Most often both are in the same order.
      if right.entries[index].key == key { return right.entries[index].value == value }
      return right[key] == value
    }
  }

  package func hash(into hasher: inout Hasher) {
    var combined = 0
    for (key, value) in entries {
      var member = Hasher()
      member.combine(key)
      member.combine(value)
      combined ^= member.finalize()
    }
    hasher.combine(combined)
  }
}

extension Members: RandomAccessCollection {
  package typealias Element = (key: String, value: Value)

  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }

  package subscript(position: Int) -> Element { entries[position] }
}

extension Members: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements)
  }
}
