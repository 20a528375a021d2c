internal import Model
internal import Values

/// What only a person can make, and what has to wait for it.
extension Planner {
  /// Decides what a person has to do.
  mutating func inspect(_ resource: Resource, _ object: RemoteObject?) {
    let address = resource.address
    differences[address] = object.map { difference(of: $0, from: resource) }
    let visible = differences[address]
    let baseline = input.baselines[address]
    let instance = input.targets[resource.kind.system]
    guard
      let found = Inspection(resource, object, visible, baseline, names, on: instance)
    else {
      // One that is to be gone and is retired is nothing to remember.
      leave(resource, object: resource.isAbsent ? nil : object)
      return
    }
    let wrong = Set(visible?.changes.map(\.attribute) ?? [])
    let right = resource.managedNames.filter { !wrong.contains($0) }
    var change = change(
      resource,
      found.action,
      found.reason,
      object: object,
      attributes: found.attributes,
      body: [:]
    )
    change.object = object
    change.digests = resource.digests(of: right, symbols)
    changes[address] = change
  }

  /// Has `resource` wait for what only a person can make.
  mutating func wait(
    _ resource: Resource,
    for blockers: [Address],
    _ object: RemoteObject?,
    _ attributes: [AttributeChange]
  ) {
    if object == nil { awaited.insert(resource.address) }
    var change = change(
      resource,
      .waiting,
      .idMissing,
      object: object,
      attributes: attributes,
      body: [:]
    )
    change.waitsFor = blockers
    changes[resource.address] = change
  }
}
