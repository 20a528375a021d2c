internal import OrderedCollections

/// The members of an object, in the order in which they were written.
///
/// Two are equal if they hold equal values under the same keys; the order is for readers alone.
package struct Members: Sendable, Hashable {
  private var storage: OrderedDictionary<String, Value>

  package init() {
    storage = [:]
  }

  /// The last of several members with one key wins, in the place of the first.
  package init(_ pairs: some Sequence<(String, Value)>) {
    storage = OrderedDictionary(pairs, uniquingKeysWith: { _, last in last })
  }

  package subscript(key: String) -> Value? {
    get { storage[key] }
    set { storage[key] = newValue }
  }

  package var keys: [String] { Array(storage.keys) }

  package func mapValues(_ transform: (Value) throws -> Value) rethrows -> Members {
    var copy = self
    copy.storage = try storage.mapValues(transform)
    return copy
  }

  package func filter(_ isIncluded: (String, Value) throws -> Bool) rethrows -> Members {
    var copy = self
    copy.storage = try storage.filter { try isIncluded($0.key, $0.value) }
    return copy
  }

  /// These members and those of `other`, whose values win.
  package func merging(_ other: Members) -> Members {
    var copy = self
    for (key, value) in other { copy[key] = value }
    return copy
  }

  package static func == (left: Members, right: Members) -> Bool {
    left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
  }

  package func hash(into hasher: inout Hasher) {
    var combined = 0
    for (key, value) in storage {
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
  package var endIndex: Int { storage.count }

  package subscript(position: Int) -> Element {
    let element = storage.elements[position]
    return (element.key, element.value)
  }
}

extension Members: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements)
  }
}
