internal import Values

/// Which members of a body an action takes. What else is there is dropped, and a header names it.
indirect enum Permitted: Sendable {
  case anything
  case members([String: Permitted])

  /// Members none of which is looked into.
  static func only(_ names: String...) -> Permitted {
    .members(Dictionary(uniqueKeysWithValues: names.map { ($0, .anything) }))
  }

  /// `value` without what is not permitted; the dropped members' paths are added to `dropped`.
  func sift(_ value: Value, path: String, dropped: inout [String]) -> Value {
    guard case .members(let permitted) = self else { return value }
    switch value {
    case .object(let members):
      var kept: Members = [:]
      for (name, value) in members {
        let place = path.isEmpty ? name : "\(path).\(name)"
        if let inner = permitted[name] {
          kept[name] = inner.sift(value, path: place, dropped: &dropped)
        } else if !dropped.contains(place) {
          dropped.append(place)
        }
      }
      return .object(kept)
    case .list(let items):
      return .list(items.map { sift($0, path: path, dropped: &dropped) })
    default: return value
    }
  }
}
