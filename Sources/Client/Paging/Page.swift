internal import HTTPTypes
internal import Values

/// One page of a list, as far as it tells where the list goes on.
struct Page {
  let body: Value
  let headers: HTTPFields
  /// From 0 on.
  let number: Int
  /// How many objects it holds.
  let count: Int
  /// How many objects it and those before it hold.
  let total: Int
}
