internal import Diagnostics

/// Collects a mapping's entries, holds each key to be a scalar and written once, and applies `<<`.
struct MappingBuilder {
  private(set) var entries: [Node.Entry] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Where each key stands, once they are too many to look through.
  private var places: [String: Int] = [:]
  private var mergeKey: (entry: Node.Entry, position: Int)?

  /// Up to this many keys, looking through them is faster than hashing.
  private static let fewKeys = 12

  init(capacity: Int) {
    entries.reserveCapacity(capacity)
  }

  mutating func add(key: Node, value: Node) {
    guard let text = key.keyText else {
      diagnostics.append(.complexKey(key))
      return
    }
    if key.isMergeKey {
      if let mergeKey {
        diagnostics.append(.duplicateKey(key, first: mergeKey.entry.key))
      } else {
        mergeKey = (Node.Entry(key: key, value: value), entries.count)
      }
      return
    }
    if let first = place(of: text) {
      diagnostics.append(.duplicateKey(key, first: entries[first].key))
    } else {
      entries.append(Node.Entry(key: key, value: value))
    }
  }

  /// Puts what the merge key names in its place: keys that are written out win, then earlier
  /// mappings of a list.
  mutating func merge() {
    guard let (entry, position) = mergeKey else { return }
    var merged: [Node.Entry] = []
    var known = Set(entries.compactMap(\.key.keyText))
    for mapping in mergedMappings(entry) {
      for entry in mapping {
        guard let text = entry.key.keyText, known.insert(text).inserted else { continue }
        merged.append(entry)
      }
    }
    entries.insert(contentsOf: merged, at: position)
  }

  private mutating func mergedMappings(_ entry: Node.Entry) -> [[Node.Entry]] {
    guard case .sequence(let items) = entry.value.content, entry.value.tag == nil else {
      return mergedMapping(entry.value, key: entry.key).map { [$0] } ?? []
    }
    return items.compactMap { mergedMapping($0, key: entry.key) }
  }

  private mutating func mergedMapping(_ node: Node, key: Node) -> [Node.Entry]? {
    guard case .mapping(let entries) = node.content, node.tag == nil else {
      diagnostics.append(.invalidMerge(node, key: key))
      return nil
    }
    return entries
  }

  /// Where `key` was added before; nil if it is new, and then its place is remembered.
  private mutating func place(of key: String) -> Int? {
    guard entries.count >= Self.fewKeys else {
      return entries.firstIndex { $0.key.keyText == key }
    }
    if places.isEmpty {
      for (index, entry) in entries.enumerated() { places[entry.key.keyText ?? ""] = index }
    }
    if let place = places[key] { return place }
    places[key] = entries.count
    return nil
  }
}

extension Node {
  /// The text of a scalar; nil for a collection, which cannot be a key.
  fileprivate var keyText: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }

  /// `<<` written plainly; in quotes it is a key like any other.
  fileprivate var isMergeKey: Bool {
    guard case .scalar(let scalar) = content else { return false }
    return scalar.style == .plain && tag == nil && scalar.text == "<<"
  }
}
