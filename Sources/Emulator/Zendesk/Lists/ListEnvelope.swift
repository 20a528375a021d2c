internal import Values

/// Puts a page of a list into its service's envelope.
struct ListEnvelope {
  let request: EmulatedRequest
  /// The name of the list in the envelope: `triggers`.
  let name: String
  let coding: CursorCoding
  let ordering: Ordering

  /// The page of `entries` that the request asks for.
  ///
  /// - Parameter action: Who reads the parameters: `api/v2/rules/triggers/index`.
  func answer(
    _ entries: [ObjectTable.Entry],
    action: String,
    isWholeUnpaged: Bool = false,
    _ shown: (ObjectTable.Entry) -> Value?
  ) throws(Refusal) -> Answer {
    let asked = try ListRequest(request.query, cursor: coding, ordering: ordering, action: action)
    switch asked {
    case .cursor(let cursor):
      let page = cursor.page(of: entries, in: ordering)
      return Answer(body: answer(page, items: page.entries.compactMap(shown), size: cursor.size))
    case .offset(var page, var size):
      if isWholeUnpaged { (page, size) = (1, max(entries.count, 1)) }
      let items = entries.dropFirst((page - 1) * size).prefix(size).compactMap(shown)
      return Answer(body: answer(items: items, page: page, size: size, count: entries.count))
    }
  }

  /// The items first, then `meta` and `links`: on the classic endpoints cursors and links are there
  /// on the last page too, and all null for an empty list. The webhooks service puts the items last
  /// and leaves out what does not apply.
  func answer(_ page: CursorPage, items: [Value], size: Int) -> Value {
    let first = page.entries.first.map { coding.encode($0.key, ordering) }
    let last = page.entries.last.map { coding.encode($0.key, ordering) }
    if coding == .webhooks {
      return webhooksAnswer(page, items, before: first, after: last)
    }
    let meta: Value = [
      "has_more": .boolean(page.hasMore), "after_cursor": text(last), "before_cursor": text(first),
    ]
    let links: Value = [
      "prev": text(first.map { classicLink(["page[before]": $0], size: size) }),
      "next": text(last.map { classicLink(["page[after]": $0], size: size) }),
    ]
    return .object([name: .list(items), "meta": meta, "links": links])
  }

  /// `{"triggers": […], "next_page": null, "previous_page": null, "count": 10}`
  func answer(items: [Value], page: Int, size: Int, count: Int) -> Value {
    let next = page * size < count ? offsetLink(page + 1, size: size) : nil
    let previous = page > 1 ? offsetLink(page - 1, size: size) : nil
    return .object([
      name: .list(items), "next_page": text(next), "previous_page": text(previous),
      "count": .integer(count),
    ])
  }

  private func webhooksAnswer(
    _ page: CursorPage,
    _ items: [Value],
    before: String?,
    after: String?
  ) -> Value {
    var meta: Members = ["has_more": .boolean(page.hasMore)]
    var links: Members = [:]
    if page.hasEarlier, let before {
      meta["before_cursor"] = .string(before)
      links["prev"] = .string(webhooksLink(["page[before]": before]))
    }
    if page.hasLater, let after {
      meta["after_cursor"] = .string(after)
      links["next"] = .string(webhooksLink(["page[after]": after]))
    }
    var envelope: Members = ["meta": .object(meta)]
    if !links.isEmpty { envelope["links"] = .object(links) }
    envelope[name] = .list(items)
    return .object(envelope)
  }

  private func classicLink(_ cursor: [String: String], size: Int) -> String {
    link(cursor.merging(["page[size]": String(size)]) { $1 }, to: request.origin.text)
  }

  private func offsetLink(_ page: Int, size: Int) -> String {
    link(["page": String(page), "per_page": String(size)], to: request.origin.text)
  }

  /// With a port even where the scheme implies it, and with brackets that are not encoded.
  private func webhooksLink(_ cursor: [String: String]) -> String {
    link(cursor, to: request.origin.textWithPort, encodingNames: false)
  }

  private func link(
    _ place: [String: String],
    to origin: String,
    encodingNames: Bool = true
  ) -> String {
    let query = request.query.replacing(["page[before]", "page[after]"], with: place)
    return "\(origin)\(request.path)?\(query.text(encodingNames: encodingNames))"
  }

  private func text(_ text: String?) -> Value { text.map { .string($0) } ?? .null }
}
