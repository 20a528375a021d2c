/// One page of a list and what surrounds it.
struct CursorPage: Sendable {
  var entries: ArraySlice<ObjectTable.Entry>
  var hasEarlier: Bool
  var hasLater: Bool
  var isBackward: Bool

  /// Whether more follows in the direction of reading.
  var hasMore: Bool { isBackward ? hasEarlier : hasLater }
}
