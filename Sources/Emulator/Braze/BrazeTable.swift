internal import Values

/// The objects of one sort by id, oldest first.
struct BrazeTable: Sendable {
  private var entries: Members = [:]
  /// Counts the writes, so that a caller can tell whether there was one.
  private(set) var revision = 0
  /// The member by whose text an object is found as well; at most one has each text.
  private let unique: String?
  private var idsByText: [String: String] = [:]

  init(unique: String? = nil) {
    self.unique = unique
  }

  subscript(id: String) -> Members? {
    get { entries[id]?.members }
    set {
      if let unique {
        if let old = entries[id]?[unique]?.text { idsByText[old] = nil }
        if let new = newValue?[unique]?.text { idsByText[new] = id }
      }
      entries[id] = newValue.map { .object($0) }
      revision += 1
    }
  }

  var objects: [Members] { entries.compactMap(\.value.members) }
  var ids: [String] { entries.keys }
  var count: Int { entries.count }

  /// The id of the object whose unique member is `text`.
  func id(of text: String) -> String? { idsByText[text] }

  func contains(_ id: String) -> Bool { entries[id] != nil }

  /// Makes the object the youngest.
  mutating func moveToEnd(_ id: String) {
    guard let object = self[id] else { return }
    self[id] = nil
    self[id] = object
  }

  /// Drops the oldest objects of a table without a unique member but for `count`.
  mutating func keepLast(_ count: Int) {
    guard entries.count > count else { return }
    entries = Members(entries.suffix(count).map { ($0.key, $0.value) })
    revision += 1
  }
}
