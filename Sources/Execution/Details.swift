internal import Model
internal import Values

/// Live objects, of which some are replaced by what was read of them alone.
struct Details {
  /// An object to be read.
  struct Wish: Sendable {
    let kind: Kind
    let id: String
  }

  private struct Key: Hashable {
    let kind: String
    let id: String
  }

  private let listed: [String: [RemoteObject]]
  private let byKey: [Key: RemoteObject]
  private var whole: [Key: RemoteObject] = [:]
  private var dropped: Set<Key> = []

  init(_ listed: [String: [RemoteObject]]) {
    self.listed = listed
    byKey = Dictionary(
      listed.flatMap { kind, objects in objects.map { (Key(kind: kind, id: $0.id), $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Those of `wishes` that were not read yet, each once.
  func missing(of wishes: [Wish]) -> [Wish] {
    var seen = Set(whole.keys)
    return wishes.filter { seen.insert(Key(kind: $0.kind.name, id: $0.id)).inserted }
  }

  /// What the list says and `object` does not is kept.
  mutating func take(_ object: RemoteObject, for wish: Wish) {
    put(object.attributes, onto: wish.id, of: wish.kind)
  }

  /// Completes an object by what is remembered of it; what the list says is newer.
  mutating func complete(_ id: String, of kind: Kind, by remembered: Members) {
    let key = Key(kind: kind.name, id: id)
    let listed = byKey[key]?.attributes ?? [:]
    whole[key] = RemoteObject(id: id, attributes: remembered.merging(listed))
  }

  private mutating func put(_ attributes: Members, onto id: String, of kind: Kind) {
    let key = Key(kind: kind.name, id: id)
    let listed = byKey[key]?.attributes ?? [:]
    whole[key] = RemoteObject(id: id, attributes: listed.merging(attributes))
  }

  /// Leaves out the retired ones of `rivals`, unless that leaves none.
  mutating func drop(_ retired: Criterion, among rivals: [RemoteObject], of kind: Kind) {
    let keys = rivals.map { Key(kind: kind.name, id: $0.id) }
    let gone = keys.filter { key in whole[key].map(retired.holds) == true }
    if gone.count < keys.count { dropped.formUnion(gone) }
  }

  /// All of them as they are known now.
  var live: [String: [RemoteObject]] {
    listed.reduce(into: [:]) { live, entry in
      live[entry.key] = entry.value.compactMap { object in
        let key = Key(kind: entry.key, id: object.id)
        return dropped.contains(key) ? nil : whole[key] ?? object
      }
    }
  }
}
