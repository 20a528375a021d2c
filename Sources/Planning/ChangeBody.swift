internal import Model
internal import Values

/// What a request carries: whole attributes, with references and secrets still symbols.
struct ChangeBody {
  let resource: Resource

  /// Every attribute the spec writes, and the kind's defaults where it is silent.
  var create: Members {
    var body = Members()
    for attribute in resource.kind.schema where attribute.ordering == nil {
      let value = resource.attributes[attribute.name] ?? attribute.defaultValue
      if let value, !value.isNull { body[attribute.name] = value }
    }
    return body
  }

  /// The attributes called `names`, and those that an update must carry along with them.
  ///
  /// - Parameters:
  ///   - objects: The live objects, by their kind's name.
  ///   - symbols: The ids that the spec's references stand for.
  func update(
    _ names: Set<String>,
    of object: RemoteObject,
    among objects: [String: [RemoteObject]],
    symbols: Symbols
  ) -> Members {
    var carried = names
    for group in resource.kind.together where !names.isDisjoint(with: group) {
      carried.formUnion(group)
    }
    for name in names {
      let followers = resource.kind.following[name] ?? []
      carried.formUnion(followers.filter { resource.attributes[$0] != nil })
    }
    var body = Members()
    for attribute in resource.kind.schema where carried.contains(attribute.name) {
      let isOurs = !resource.ignored.contains(attribute.name)
      // What a template renders to must not come to stand in the template's place.
      let source = attribute.readName.flatMap { object.attributes[$0] }
      let live = source ?? object.attributes[attribute.name] ?? .null
      let wanted = (isOurs ? resource.attributes[attribute.name] : nil) ?? live
      var whole = completed(wanted, attribute, live: live)
      if let padding = attribute.padding {
        let named = symbols.replaced(in: wanted).items?.compactMap(\.scalarText) ?? []
        let added = padding.added(among: objects).subtracting(named)
        whole = padded(whole, by: added, live: live)
      }
      body[attribute.name] = whole
    }
    return body
  }

  /// `wanted` with what the server put into the live list, each in the place it has there: what the
  /// comparison leaves out must not be taken away.
  private func padded(_ wanted: Value, by added: Set<String>, live: Value) -> Value {
    guard var items = wanted.items else { return wanted }
    for (place, item) in (live.items ?? []).enumerated() {
      guard let id = item.scalarText, added.contains(id) else { continue }
      items.insert(item, at: min(place, items.count))
    }
    return .list(items)
  }

  /// `wanted` with what the server must get back, or be told explicitly to drop.
  private func completed(_ wanted: Value, _ attribute: Attribute, live: Value) -> Value {
    if let matching = attribute.matching, let items = wanted.items {
      let ids = Dictionary(
        (live.items ?? []).compactMap { item in
          item[matching.key]?.scalarText.flatMap { key in item[matching.carried].map { (key, $0) } }
        },
        uniquingKeysWith: { first, _ in first }
      )
      return .list(
        items.map { item in
          guard let members = item.members, let key = members[matching.key]?.scalarText,
            let id = ids[key]
          else { return item }
          return .object(members.merging([matching.carried: id]))
        }
      )
    }
    if attribute.isMergedOnUpdate, let old = live.members {
      let removed = old.filter { key, _ in wanted[key] == nil }.mapValues { _ in .null }
      return .object((wanted.members ?? Members()).merging(removed))
    }
    return wanted
  }
}
