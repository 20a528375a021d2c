package import Model
package import Values
internal import YAML

/// The spec as resolved for one environment.
package enum ResourcesText {
  /// By system, collection and name, as the spec is written; secrets masked.
  package static func value(of resources: [Resource], environment: String, variables: Members)
    -> Value
  {
    var systems = Members()
    for resource in resources {
      var system = systems[resource.address.system]?.members ?? Members()
      var collection = system[resource.address.collection]?.members ?? Members()
      collection[resource.address.name] = .object(attributes(of: resource))
      system[resource.address.collection] = .object(collection)
      systems[resource.address.system] = .object(system)
    }
    return .object(
      (["environment": .string(environment), "variables": .object(variables)] as Members)
        .merging(systems)
    )
  }

  package static func yaml(_ value: Value) -> String { YAMLEmitter.text(of: value) }

  private static func attributes(of resource: Resource) -> Members {
    var shown = Members()
    if resource.mode == .external { shown["external"] = true }
    if resource.isAbsent { shown["absent"] = true }
    if resource.isProtected { shown["protect"] = true }
    if !resource.ignored.isEmpty {
      shown["ignore"] = .list(resource.ignored.sorted().map(Value.string))
    }
    switch resource.match {
    case .id(let id)?: shown["match"] = ["id": .string(id)]
    case .identity(let text)?: shown["match"] = [resource.kind.identity.attribute: .string(text)]
    case nil: break
    }
    return shown.merging(resource.attributes)
  }
}
