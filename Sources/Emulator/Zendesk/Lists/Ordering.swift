internal import Values

/// The order of a list, as a database would be told it.
struct Ordering: Sendable, Hashable {
  /// Attribute names, the deciding one first, `id` last so that no two objects tie.
  var attributes: [String]
  var isDescending = false

  /// The name a cursor knows it by: `-created_at,id`.
  var name: String { (isDescending ? "-" : "") + attributes.joined(separator: ",") }

  /// The order that `sort` asks for, `-` for descending; it counts with cursors alone, and what it
  /// may name beyond the documents' examples is unconfirmed.
  static func sorted(
    _ query: Query,
    by names: [String],
    otherwise usual: String
  ) throws(Refusal) -> Ordering {
    let isCursor = query.parameters.contains { $0.name.hasPrefix("page[") }
    let sort = (isCursor ? query["sort"] : nil) ?? usual
    let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
    guard names.contains(name) else { throw .invalidPagination("sort") }
    return Ordering(
      attributes: name == "id" ? ["id"] : [name, "id"],
      isDescending: sort.hasPrefix("-")
    )
  }

  func key(of object: Members) -> SortKey {
    SortKey(values: attributes.map { SortKey.Part(object[$0] ?? .null) })
  }

  func areInOrder(_ left: SortKey, _ right: SortKey) -> Bool {
    isDescending ? right < left : left < right
  }
}
