internal import Model
internal import Values

/// How one resource's object differs from what the spec wants.
struct Difference {
  /// Every place that differs, in the order of the kind's attributes.
  private(set) var changes: [AttributeChange] = []
  /// The attributes that need a new object.
  private(set) var immutable: [String] = []
  /// What users would lose by the change.
  private(set) var losses: [String] = []

  /// - Parameter objects: The live objects by their kind's name.
  init(
    of object: RemoteObject,
    from resource: Resource,
    symbols: Symbols,
    among objects: [String: [RemoteObject]]
  ) {
    for attribute in resource.comparedAttributes {
      guard let wanted = resource.attributes[attribute.name] else { continue }
      if attribute.isComparedIfRead, object.attributes[attribute.name] == nil { continue }
      var desired = attribute.normalForm(of: symbols.replaced(in: wanted))
      var live = attribute.normalForm(in: object)
      if let padding = attribute.padding {
        live = Self.without(padding, live, desired: desired, among: objects)
      }
      if case .object(let schema) = attribute.shape {
        desired = Self.withoutUnread(desired, schema, live: live)
      }
      live = attribute.concealing(live, like: desired)
      if live == desired { continue }
      var shown = attribute.normalForm(of: wanted)
      if case .object(let schema) = attribute.shape {
        shown = Self.withoutUnread(shown, schema, live: live)
      }
      var diff = ValueDiff()
      diff.matchingKey = attribute.matching?.key
      diff.compare(live, desired, shown: shown, at: attribute.name)
      guard !diff.changes.isEmpty else { continue }
      changes += diff.changes
      if let immutability = attribute.immutability,
        immutability.classOf(live ?? .null) != immutability.classOf(desired ?? .null)
      {
        immutable.append(attribute.name)
      }
      noteLosses(attribute, live: live, desired: desired)
    }
  }

  private mutating func noteLosses(_ attribute: Attribute, live: Value?, desired: Value?) {
    guard let matching = attribute.matching else { return }
    let kept = Set((desired?.items ?? []).compactMap { $0[matching.key]?.scalarText })
    for item in live?.items ?? [] {
      guard let name = item[matching.key]?.scalarText, !kept.contains(name) else { continue }
      losses.append("\(attribute.name)[\(name)]: \(matching.loss)")
    }
  }

  /// The list `live` without what the server put into it and `desired` does not name.
  private static func without(
    _ padding: Attribute.Padding,
    _ live: Value?,
    desired: Value?,
    among objects: [String: [RemoteObject]]
  ) -> Value? {
    guard let items = live?.items else { return live }
    let added = padding.added(among: objects)
    let kept = items.filter { item in
      desired?.items?.contains(item) == true || !added.contains(item.scalarText ?? "")
    }
    return kept.isEmpty ? nil : .list(kept)
  }

  /// `desired` without the members that the API did not answer this time though it may.
  static func withoutUnread(_ desired: Value?, _ schema: Schema, live: Value?) -> Value? {
    guard case .object(let members)? = desired else { return desired }
    var kept = Members()
    for (key, value) in members {
      if schema[key]?.isComparedIfRead == true, live?[key] == nil { continue }
      if case .object(let inner)? = schema[key]?.shape {
        kept[key] = withoutUnread(value, inner, live: live?[key])
      } else {
        kept[key] = value
      }
    }
    return kept.isEmpty ? nil : .object(kept)
  }
}

extension Attribute.Padding {
  /// The ids that a server puts into the list.
  func added(among objects: [String: [RemoteObject]]) -> Set<String> {
    Set((objects[kind] ?? []).filter(criterion.holds).map(\.id))
  }
}

extension Resource {
  /// The attributes of the API that the spec writes and does not ignore, in the kind's order.
  var comparedAttributes: [Attribute] {
    kind.schema.filter { attribute in
      attribute.ordering == nil && !attribute.isAttested && attributes[attribute.name] != nil
        && !ignored.contains(attribute.name)
    }
  }

  /// The paths of the secrets inside the attribute called `name`.
  func secretPaths(in name: String) -> [String] {
    attributes[name].map { Self.secretPaths(in: $0, at: name) } ?? []
  }

  private static func secretPaths(in value: Value, at path: String) -> [String] {
    switch value {
    case .secret: [path]
    case .object(let members):
      members.flatMap { secretPaths(in: $0.value, at: "\(path).\($0.key)") }
    case .list(let items):
      items.enumerated().flatMap { secretPaths(in: $1, at: "\(path)[\($0)]") }
    case .json(let inner): secretPaths(in: inner, at: "\(path)#")
    default: []
    }
  }
}
