/// The page of a list before or after a place in it.
struct CursorRequest: Sendable {
  var size: Int
  /// The page begins behind this place.
  var after: SortKey?
  /// The page ends ahead of this place.
  var before: SortKey?

  init(_ query: Query, coding: CursorCoding, ordering: Ordering) throws(Refusal) {
    size = ListRequest.largestPage
    if let text = query["page[size]"] {
      guard let number = Int(text), number > 0 else { throw .invalidPagination("page[size]") }
      // Whether more than a hundred is capped or refused is unconfirmed.
      size = min(number, ListRequest.largestPage)
    }
    after = try Self.place("page[after]", query, coding, ordering)
    before = try Self.place("page[before]", query, coding, ordering)
  }

  private static func place(
    _ name: String,
    _ query: Query,
    _ coding: CursorCoding,
    _ ordering: Ordering
  ) throws(Refusal) -> SortKey? {
    guard let text = query[name], !text.isEmpty else { return nil }
    guard let key = coding.decode(text, ordering) else { throw .invalidPagination(name) }
    return key
  }

  /// The entries of the page, and whether there are more on either side of them.
  func page(of entries: [ObjectTable.Entry], in ordering: Ordering) -> CursorPage {
    if let before, after == nil {
      let end = entries.partitionPoint { !ordering.areInOrder($0.key, before) }
      let start = max(0, end - size)
      return CursorPage(
        entries: entries[start..<end],
        hasEarlier: start > 0,
        hasLater: end < entries.count,
        isBackward: true
      )
    }
    let start = after.map { place in
      entries.partitionPoint { ordering.areInOrder(place, $0.key) }
    }
    let end = min(entries.count, (start ?? 0) + size)
    return CursorPage(
      entries: entries[(start ?? 0)..<end],
      hasEarlier: (start ?? 0) > 0,
      hasLater: end < entries.count,
      isBackward: false
    )
  }
}

extension Array {
  /// The first index whose element satisfies `isBeyond`, in an array that is partitioned by it.
  fileprivate func partitionPoint(_ isBeyond: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
