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
    /// To a path of its own, with the id in the body; answers with little, so that the object is read
    /// back.
    case post
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
    /// `limit` and `offset`, which is left out on the first page; a page that is not full is the last.
    case offset(limit: Int)
    /// `page` from 0 on, each of `size` objects, with these further parameters; a page that is not full
    /// is the last.
    case numbered(size: Int, parameters: String)
    /// Each answer's header `Link` leads to the next page, and the last one's does not.
    case link

    /// The stable order of cursor pages, where the API has one.
    package var sort: String? {
      switch self {
      case .cursor(let sort), .counted(_, let sort): sort
      case .cursorIfAny, .offset, .numbered, .link: nil
      }
    }
  }

  /// The paths of an API that has one for each verb, and takes an object's id as a parameter.
  package struct Calls: Sendable {
    /// The parameter, and the member of an answer or an update's body: `content_block_id`.
    package let id: String
    /// What answers one object, more of it than the list; nil where the list tells all.
    package let read: String?
    /// Nil where the API creates none.
    package let create: String?
    /// Nil where the API changes none.
    package let update: String?

    package init(id: String, read: String?, create: String? = nil, update: String? = nil) {
      self.id = id
      self.read = read
      self.create = create
      self.update = update
    }
  }

  /// When an object must be read by itself, since the list does not tell all of it.
  package enum Details: Sendable, Hashable {
    /// In every run.
    case always
    /// When this attribute of the listed object is not what it was when the object was last seen to be
    /// as the spec wants it.
    case since(String)
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
  /// The member that holds one object: `trigger`; "" where the object itself is the body.
  package let one: String
  /// The member of a listed object that is its id.
  package let idName: String
  /// The member that holds a list of them: `triggers`.
  package let many: String
  package let paging: Paging
  package let update: Update
  package let arranging: Arranging?
  /// The objects that are in the list though they were deleted.
  package let tombstone: Criterion?
  /// The objects that give way to others of their identity, such as those in an archive.
  package let retired: Criterion?
  /// Nil where the path of a collection and an object's id are all that the verbs need.
  package let calls: Calls?
  package let details: Details?
  /// From an object as the API answers it to the attributes of the kind.
  package let form: @Sendable (Members) -> Members

  package init(
    _ path: String,
    one: String = "",
    many: String,
    idName: String = "id",
    paging: Paging,
    update: Update = .put,
    arranging: Arranging? = nil,
    tombstone: Criterion? = nil,
    retired: Criterion? = nil,
    calls: Calls? = nil,
    details: Details? = nil,
    form: @escaping @Sendable (Members) -> Members = { $0 }
  ) {
    self.path = path
    self.one = one
    self.many = many
    self.idName = idName
    self.paging = paging
    self.update = update
    self.arranging = arranging
    self.tombstone = tombstone
    self.retired = retired
    self.calls = calls
    self.details = details
    self.form = form
  }

  /// Of objects that no API keeps.
  package static let none = Endpoints("", many: "", paging: .cursorIfAny)

  /// Whether the API deletes objects.
  package var deletes: Bool { calls == nil }

  package func path(of id: String) -> String { "\(path)/\(id)" }
}
