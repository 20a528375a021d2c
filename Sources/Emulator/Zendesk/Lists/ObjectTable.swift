internal import Values

/// The objects of one collection by id, with their secrets, without what is made up when read.
struct ObjectTable: Sendable {
  /// An object's place in a sorted list.
  struct Entry: Sendable, Hashable {
    var key: SortKey
    var id: String
  }

  private(set) var objects: [String: Members] = [:]
  /// Counts the writes, so that a caller can tell whether there was one.
  private(set) var revision = 0
  // A list of thousands is asked for page by page: sorting it once is enough.
  private var sorted: [Ordering: [Entry]] = [:]
  // By category, null where an object has none; nil when it has to be found anew. It outlives
  // additions, so that adding thousands does not look at all the others each time.
  private var lastPositions: [Value: Int]?
  private var index: TableIndex

  /// - Parameter indexed: The members by whose values objects are looked up, see `ids(with:in:)`.
  init(_ objects: [String: Members] = [:], indexed: [String] = []) {
    self.objects = objects
    index = TableIndex(members: indexed)
    for (id, object) in objects { index.add(object, id) }
  }

  /// The same table with other objects.
  func holding(_ objects: [String: Members]) -> ObjectTable {
    ObjectTable(objects, indexed: index.members)
  }

  /// The ids of the objects that have `text` in an indexed member, or among its items; capitals
  /// make no difference.
  func ids(with text: String, in member: String) -> Set<String> {
    index.ids(with: text, in: member)
  }

  subscript(id: String) -> Members? {
    get { objects[id] }
    set {
      let old = objects.removeValue(forKey: id)
      objects[id] = newValue
      if old == nil, let newValue { notePosition(of: newValue) } else { lastPositions = nil }
      if let old { index.remove(old, id) }
      if let newValue { index.add(newValue, id) }
      sorted = [:]
      revision += 1
    }
  }

  mutating func entries(in ordering: Ordering) -> [Entry] {
    if let entries = sorted[ordering] { return entries }
    let entries = objects.map { Entry(key: ordering.key(of: $0.value), id: $0.key) }
      .sorted { ordering.areInOrder($0.key, $1.key) }
    sorted[ordering] = entries
    return entries
  }

  /// The greatest position of an object in `category`; nil if there is none.
  mutating func lastPosition(in category: Value = .null) -> Int? {
    if lastPositions == nil {
      lastPositions = [:]
      for object in objects.values { notePosition(of: object) }
    }
    return lastPositions?[category]
  }

  private mutating func notePosition(of object: Members) {
    guard let position = object["position"]?.integer else { return }
    let category = object["category_id"] ?? .null
    let last = lastPositions?[category] ?? position
    lastPositions?[category] = max(position, last)
  }
}
