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

  init(_ objects: [String: Members] = [:]) {
    self.objects = objects
  }

  subscript(id: String) -> Members? {
    get { objects[id] }
    set {
      let isNew = objects[id] == nil
      objects[id] = newValue
      if isNew, let newValue { notePosition(of: newValue) } else { lastPositions = nil }
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
