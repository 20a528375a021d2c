internal import Diagnostics
internal import Model
internal import Values

/// Tells what somebody else changed since the last apply: where live differs from baseline.
///
/// Where live is what the spec wants by now, nobody needs to be told; where only the spec changed, the
/// change is pending and no drift. Without a baseline every difference counts.
struct DriftDetector {
  let input: PlanningInput
  let selected: [Resource]
  let objects: [Address: RemoteObject]
  /// How the objects of `selected` differ from what the spec wants; none where nothing differs.
  let differences: [Address: Difference]
  let symbols: Symbols
  let orderChanges: [Arranger.OrderChange]

  var drift: [Drift] {
    let wasApplied = !input.baselines.isEmpty
    let known = selected.compactMap { resource -> Drift? in
      guard !resource.isAbsent, resource.mode != .attested else { return nil }
      let isExternal = resource.mode == .external
      let baseline = isExternal ? nil : input.baselines[resource.address]
      guard let object = objects[resource.address] else {
        // New in the spec of an environment that was applied before: pending.
        // What a person never made is pending as well.
        let isPending = wasApplied || resource.mode.isByHand
        guard baseline?.id.isEmpty == false || !isPending else { return nil }
        return drift(resource, id: baseline?.id, .deleted, hasBaseline: baseline != nil)
      }
      let drifted =
        (differences[resource.address]?.changes ?? []).filter { change in
          guard let attribute = resource.kind.schema[change.attribute],
            let digest = baseline?.digests[change.attribute]
          else {
            return baseline == nil && !(resource.mode.isByHand && wasApplied)
          }
          return hasMoved(attribute, of: object, resource, from: digest)
        } + driftedOrder(of: resource, baseline)
      guard !drifted.isEmpty else { return nil }
      var found = drift(resource, id: object.id, .changed(drifted), hasBaseline: baseline != nil)
      found.isExternal = isExternal
      return found
    }
    return known + (input.options.reportsUnmanaged ? unmanaged : [])
  }

  /// Whether `object` is not what it was when `digest` was made.
  private func hasMoved(
    _ attribute: Attribute,
    of object: RemoteObject,
    _ resource: Resource,
    from digest: Digest
  ) -> Bool {
    guard resource.mode.isByHand else {
      return Digest(of: attribute.normalForm(in: object) ?? .null) != digest
    }
    let wanted = resource.attributes[attribute.name].map(symbols.replaced(in:))
    let desired = attribute.normalForm(of: wanted)
    // It was as the spec wants it, and it is not.
    if attribute.digest(of: desired) == digest { return true }
    // Of secrets no digest is kept, so that whose the change is cannot be told.
    let live = attribute.concealing(attribute.normalForm(in: object), like: desired)
    return live?.secrets.isEmpty != false && attribute.digest(of: live) != digest
  }

  /// The order is somebody else's doing if it differs though the spec's own has not changed.
  private func driftedOrder(of resource: Resource, _ baseline: Baseline?) -> [AttributeChange] {
    orderChanges.filter { $0.resource.address == resource.address && $0.isAmongOld }
      .map(\.attribute)
      .filter { change in
        guard let baseline else { return true }
        return baseline.digests[change.path]
          == Digest(of: resource.attributes[change.path] ?? .null)
      }
  }

  private func drift(
    _ resource: Resource,
    id: String?,
    _ change: Drift.Change,
    hasBaseline: Bool
  ) -> Drift {
    Drift(
      address: resource.address,
      kind: resource.kind.name,
      id: id,
      change: change,
      hasBaseline: hasBaseline,
      source: resource.range.place
    )
  }

  private var unmanaged: [Drift] {
    let kinds = Dictionary(
      input.resources.map { ($0.kind.name, $0.kind) },
      uniquingKeysWith: { first, _ in first }
    )
    let ids = Dictionary(grouping: objects, by: { $0.key.collection })
      .mapValues { Set($0.map(\.value.id)) }
    return kinds.values.sorted { $0.name < $1.name }.flatMap { kind in
      (input.live[kind.name] ?? [])
        .filter { object in
          ids[kind.collection]?.contains(object.id) != true
            && kind.builtIn?.holds(of: object) != true
        }
        .map { object in
          Drift(
            address: nil,
            kind: kind.name,
            id: object.id,
            change: .unmanaged(title: object.identity(kind) ?? ""),
            hasBaseline: false,
            source: nil
          )
        }
    }
  }
}
