internal import Values

/// How a service writes the place in a list that a cursor stands for.
enum CursorCoding: Sendable {
  /// Base64 of `{"o":"position,title,id","v":"…"}`, the values packed and base64 in their turn.
  case classic
  /// Base64 of `01HANAHBMTDTB8Q98K38YZ5ZQS,desc`.
  case webhooks

  func encode(_ key: SortKey, _ ordering: Ordering) -> String {
    switch self {
    case .classic:
      let packed = Value.list(key.values.map(\.value)).json()
      let cursor: Value = ["o": .string(ordering.name), "v": .string(Base64.encode(packed))]
      return Base64.encode(cursor.json())
    case .webhooks:
      let values = key.values.map { $0.value.scalarText ?? "" }
      return Base64.encode((values + [direction(of: ordering)]).joined(separator: ","))
    }
  }

  /// Nil if `text` is no cursor of a list in this order.
  func decode(_ text: String, _ ordering: Ordering) -> SortKey? {
    guard let plain = Base64.decode(text) else { return nil }
    switch self {
    case .classic:
      return classicKey(plain, ordering)
    case .webhooks:
      var parts = plain.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.popLast().map({ $0 == direction(of: ordering) }) ?? false,
        let id = parts.popLast(), ordering.attributes.count == (parts.isEmpty ? 1 : 2)
      else { return nil }
      let leading = parts.isEmpty ? [] : [parts.joined(separator: ",")]
      return SortKey(values: (leading + [String(id)]).map { .text($0) })
    }
  }

  private func classicKey(_ plain: String, _ ordering: Ordering) -> SortKey? {
    do throws(JSONError) {
      let cursor = try Value(json: plain)
      guard cursor["o"]?.text == ordering.name,
        let packed = cursor["v"]?.text.flatMap({ Base64.decode($0) }),
        let values = try Value(json: packed).items,
        values.count == ordering.attributes.count
      else { return nil }
      return SortKey(values: values.map { SortKey.Part($0) })
    } catch {
      return nil
    }
  }

  private func direction(of ordering: Ordering) -> String {
    ordering.isDescending ? "desc" : "asc"
  }
}
