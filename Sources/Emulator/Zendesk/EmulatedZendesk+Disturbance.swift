internal import HTTPTypes
internal import Messages
internal import Platform
internal import Values

extension EmulatedZendesk {
  /// Somebody changes an object while a list is being read page by page.
  ///
  /// The first object of the page just answered is moved to the end of the list, where it will be
  /// met again; one without a position is renamed.
  mutating func disturb(_ request: EmulatedRequest, answered response: Response, now: Int) {
    guard case .collection(let collection) = ZendeskRoute(request), request.method == .get,
      let id = Self.firstID(in: response, list: collection.path)
    else { return }
    state[keyPath: collection.table].disturb(id, stamp: .string(WallClock.iso8601(now)))
  }

  private static func firstID(in response: Response, list: String) -> String? {
    do throws(JSONError) {
      return try Value(json: response.body)[list]?.items?.first?["id"]?.scalarText
    } catch {
      return nil
    }
  }
}

extension ObjectTable {
  fileprivate mutating func disturb(_ id: String, stamp: Value) {
    guard var object = self[id] else { return }
    if object["position"] != nil {
      object["position"] = .integer(
        (objects.values.compactMap { $0["position"]?.integer }.max() ?? 0) &+ 1
      )
    } else {
      object["name"] = .string("\(object["name"]?.text ?? "") (changed)")
    }
    object["updated_at"] = stamp
    self[id] = object
  }
}
