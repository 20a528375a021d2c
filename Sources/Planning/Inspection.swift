internal import Model
internal import Values

/// Whether a person has something to do about a resource that no API writes, and why.
struct Inspection {
  let action: Action
  let reason: Reason
  let attributes: [AttributeChange]

  /// Nil where all that can be seen is right, and all that cannot was confirmed.
  ///
  /// - Parameters:
  ///   - object: What the API reads of it, if it does and there is one.
  ///   - difference: What of that is not as the spec wants it.
  ///   - names: What a person knows other resources by.
  ///   - instance: The origin of the instance that the object belongs to.
  init?(
    _ resource: Resource,
    _ object: RemoteObject?,
    _ difference: Difference?,
    _ baseline: Baseline?,
    _ names: Symbols,
    on instance: String?
  ) {
    let isRead = resource.kind.mode == .verified
    if resource.isAbsent {
      let isRetired = object.map { resource.kind.endpoints.retired?.holds(of: $0) ?? false }
      guard isRetired == false else { return nil }
      self.init(.manual, .unwanted, [])
      return
    }
    if isRead, object == nil {
      let isNew = baseline?.id.isEmpty != false
      let attributes = resource.kind.schema.compactMap { attribute in
        resource.attributes[attribute.name].map {
          AttributeChange(path: attribute.name, before: nil, after: $0)
        }
      }
      if resource.kind.emergence != nil {
        self.init(.waiting, isNew ? .emerging : .deletedElsewhere, attributes)
      } else {
        self.init(.manual, isNew ? .missing : .deletedElsewhere, attributes)
      }
      return
    }
    let confirmed = Self.confirmed(of: object, baseline, on: instance)
    let open = resource.attestedDigests(names).filter { confirmed?[$0.key] != $0.value }
    let unconfirmed = resource.kind.schema.compactMap { attribute -> AttributeChange? in
      guard open[attribute.name] != nil, let value = resource.attributes[attribute.name] else {
        return nil
      }
      return AttributeChange(path: attribute.name, before: nil, after: value)
    }
    let visible = difference?.changes ?? []
    guard !visible.isEmpty || !unconfirmed.isEmpty else { return nil }
    let reason: Reason =
      !visible.isEmpty ? .differs : confirmed == nil ? .neverAttested : .attestedChanged
    self.init(.manual, reason, visible + unconfirmed)
  }

  private init(_ action: Action, _ reason: Reason, _ attributes: [AttributeChange]) {
    self.action = action
    self.reason = reason
    self.attributes = attributes
  }

  /// What was confirmed of this object; of one that was made anew since, or is elsewhere, nothing.
  private static func confirmed(
    of object: RemoteObject?,
    _ baseline: Baseline?,
    on instance: String?
  ) -> [String: Digest]? {
    guard let baseline, object == nil || baseline.id == object?.id,
      let attestation = baseline.attestation, attestation.instance == instance
    else { return nil }
    return attestation.digests
  }
}
