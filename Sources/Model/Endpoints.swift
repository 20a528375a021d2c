package import Values

/// Where and how an API keeps the objects of a kind.
package struct Endpoints: Sendable {
  /// The HTTP method of an update.
  package enum Update: Sendable {
    /// Answers with the object as it is now.
    case put
    /// Answers with the object as it is now.
    case patch
    /// Answers 204 without a body, so that the object is read back.
    case patchAnsweringNothing
  }

  /// How a list is read to its end.
  package enum Paging: Sendable, Hashable {
    /// `page[size]`, `page[after]`, `meta.has_more`. `sort` is a stable order, where the API has one.
    case cursor(sort: String?)
    /// As `cursor` without `sort`, but an answer that knows nothing of pages is the whole list.
    case cursorIfAny
    /// Also by `page` and `per_page`, with a `count`: `newestFirst` are the parameters that put what was
    /// created last on top. `sort` as above.
    case counted(newestFirst: String, sort: String?)

    /// The stable order of cursor pages, where the API has one.
    package var sort: String? {
      switch self {
      case .cursor(let sort), .counted(_, let sort): sort
      case .cursorIfAny: nil
      }
    }
  }

  /// Sets the places of many objects in one request.
  package struct Arranging: Sendable {
    package let path: String
    /// What groups the objects are in, and what says where they stand.
    package let ordering: Ordering
    /// The most objects one request may name.
    package let chunk: Int
    package let body: @Sendable ([Placement]) -> Value

    package init(
      path: String,
      ordering: Ordering,
      chunk: Int,
      body: @escaping @Sendable ([Placement]) -> Value
    ) {
      self.path = path
      self.ordering = ordering
      self.chunk = chunk
      self.body = body
    }
  }

  /// An object's new place in its group.
  package struct Placement: Sendable, Hashable {
    package let id: String
    /// 1-based.
    package let position: Int

    package init(id: String, position: Int) {
      self.id = id
      self.position = position
    }
  }

  /// The path of the collection, `/api/v2/triggers`; an object's is this, a slash and its id.
  package let path: String
  /// The member that holds one object: `trigger`.
  package let one: String
  /// The member that holds a list of them: `triggers`.
  package let many: String
  package let paging: Paging
  package let update: Update
  package let arranging: Arranging?
  /// The objects that are in the list though they were deleted.
  package let tombstone: Criterion?

  package init(
    _ path: String,
    one: String,
    many: String,
    paging: Paging,
    update: Update,
    arranging: Arranging? = nil,
    tombstone: Criterion? = nil
  ) {
    self.path = path
    self.one = one
    self.many = many
    self.paging = paging
    self.update = update
    self.arranging = arranging
    self.tombstone = tombstone
  }

  package func path(of id: String) -> String { "\(path)/\(id)" }
}
