internal import HTTPTypes
internal import Messages
internal import Values

extension EmulatedBraze {
  /// Somebody changes an object while a list is being read page by page.
  ///
  /// The first object of the page just answered becomes the youngest: what follows moves up by one
  /// place, so that a reader meets it again and misses another. Lists in alphabetical order stay.
  mutating func disturb(_ request: EmulatedRequest, answered response: Response, now: Int) {
    let lists: [(path: String, list: String, id: String, table: BrazeTablePath)] = [
      ("/content_blocks/list", "content_blocks", "content_block_id", \.contentBlocks),
      ("/campaigns/list", "campaigns", "id", \.campaigns),
      ("/canvas/list", "canvases", "id", \.canvases),
    ]
    guard let (_, list, key, table) = lists.first(where: { $0.path == request.path }) else {
      return
    }
    let document: Value
    do throws(JSONError) {
      document = try Value(json: response.body)
    } catch {
      // A refusal cut short, or anything else that is no list.
      return
    }
    guard let id = document[list]?.items?.first?[key]?.text else { return }
    state[keyPath: table].moveToEnd(id)
    state[keyPath: table][id]?["updated_at"] = .integer(now)
  }
}
