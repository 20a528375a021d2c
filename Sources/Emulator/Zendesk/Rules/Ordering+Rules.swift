extension Ordering {
  /// The order in which triggers or automations are asked for.
  ///
  /// `sort` belongs to cursor pagination, `sort_by` and `sort_order` to offset pagination; where
  /// they do not belong they are ignored. The direction of `sort` is unconfirmed: ascending, `-`
  /// for descending. How often a rule was used is 0 for all, and leaves them in their positions.
  static func ofRules(_ query: Query) throws(Refusal) -> Ordering {
    let isCursor = query.roots.contains("page") && query["page"] == nil
    let sort = (isCursor ? query["sort"] : query["sort_by"]) ?? "position"
    let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
    let positions = ["position", "title", "id"]
    var attributes = [
      "position": positions, "alphabetical": ["title", "id"],
      "created_at": ["created_at", "id"], "updated_at": ["updated_at", "id"],
    ]
    if !isCursor {
      for usage in ["usage_1h", "usage_24h", "usage_7d"] { attributes[usage] = positions }
    }
    guard let chosen = attributes[name] else { throw .invalidPagination("sort") }
    let isOldestFirst = isCursor || !["created_at", "updated_at"].contains(name)
    let isDescending =
      isCursor ? sort.hasPrefix("-") : (query["sort_order"].map { $0 == "desc" } ?? !isOldestFirst)
    return Ordering(attributes: chosen, isDescending: isDescending)
  }
}
