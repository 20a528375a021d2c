internal import Values

/// The order of a list, as a database would be told it.
struct Ordering: Sendable, Hashable {
  /// Attribute names, the deciding one first, `id` last so that no two objects tie.
  var attributes: [String]
  var isDescending = false

  /// The name a cursor knows it by: `-created_at,id`.
  var name: String { (isDescending ? "-" : "") + attributes.joined(separator: ",") }

  func key(of object: Members) -> SortKey {
    SortKey(values: attributes.map { SortKey.Part(object[$0] ?? .null) })
  }

  func areInOrder(_ left: SortKey, _ right: SortKey) -> Bool {
    isDescending ? right < left : left < right
  }
}
