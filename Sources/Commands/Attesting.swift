internal import Diagnostics
internal import Model
internal import Planning
internal import Rendering
internal import Spec

/// Puts a person's word into the lock, or takes it out.
struct Attesting {
  let preparation: Preparation
  let date: String
  let by: String?
  let note: String?

  /// The addresses that `patterns` mean, of resources that need a person's word.
  ///
  /// - Throws: `Preparation.Failure` where one is named that needs none, or none is left.
  static func addresses(
    _ patterns: [String],
    among resources: [Resource]
  ) throws(Preparation.Failure) -> [Address] {
    let selection = Selection(only: patterns)
    let meant = resources.filter { selection.contains($0.address) }
    let needing = meant.filter { needlessness(of: $0) == nil }
    // A pattern means those of its resources that can be meant.
    let wrong =
      needing.isEmpty ? meant : meant.filter { patterns.contains($0.address.description) }
    let problems = wrong.compactMap { resource in
      needlessness(of: resource).map { Diagnostic.nothingToAttest(resource, $0) }
    }
    guard problems.isEmpty else {
      throw Preparation.Failure(status: .invalid, diagnostics: problems)
    }
    return needing.map(\.address)
  }

  /// Why nobody needs to attest `resource`; nil where somebody has to.
  private static func needlessness(of resource: Resource) -> String? {
    let noun = resource.kind.noun
    if resource.isAbsent { return "it is declared absent" }
    switch resource.mode {
    case .managed: return "lockstep writes and reads each \(noun) itself"
    case .external: return "it is external, and compared where it is found"
    case .verified where resource.attestedDigests(Symbols()).isEmpty:
      return "the API tells all that the spec says of this \(noun), and plan compares it"
    case .verified, .attested: return nil
    }
  }

  /// Records all of `addresses`, or none.
  ///
  /// - Returns: What is attested now, and whether the lock has changed for it.
  func record(_ addresses: [Address]) throws(Preparation.Failure) -> (
    entries: [AttestationList.Entry], isNew: Bool
  ) {
    let wanted = Set(addresses)
    let resources = preparation.desired.resources.filter { wanted.contains($0.address) }
    let problems = resources.compactMap(obstacle)
    guard problems.isEmpty else {
      throw Preparation.Failure(status: .failed, diagnostics: problems)
    }
    let names = Symbols(naming: preparation.desired.resources)
    var baselines = preparation.baselines
    let unconfirmed = resources.filter { !isConfirmed($0, names) }
    for resource in unconfirmed {
      baselines[resource.address] = baseline(of: resource)
      baselines[resource.address]?.attestation = Attestation(
        digests: resource.attestedDigests(names),
        environment: preparation.plan.environment,
        instance: preparation.plan.targets[resource.kind.system] ?? "",
        date: date,
        by: by,
        note: note
      )
    }
    if !unconfirmed.isEmpty { try Preparation.write(baselines, to: preparation.lockFile) }
    let list = AttestationList(
      environment: preparation.plan.environment,
      resources: resources,
      names: names,
      targets: preparation.plan.targets,
      baselines: baselines.filter { wanted.contains($0.key) }
    )
    return (list.entries, !unconfirmed.isEmpty)
  }

  /// Whether just this was confirmed before, and nothing is to be added to it: then the earlier word
  /// stays, with its name and its note.
  private func isConfirmed(_ resource: Resource, _ names: Symbols) -> Bool {
    guard by == nil, note == nil, let known = preparation.baselines[resource.address],
      let attestation = known.attestation
    else { return false }
    return attestation.digests == resource.attestedDigests(names)
      && attestation.instance == preparation.plan.targets[resource.kind.system]
      && known.id == object(of: resource)?.id ?? ""
  }

  /// What stands in the way of attesting `resource`.
  private func obstacle(_ resource: Resource) -> Diagnostic? {
    guard resource.mode == .verified else { return nil }
    guard object(of: resource) != nil else {
      return .notAttestable(resource, "does not exist yet. Make it")
    }
    let differences = change(of: resource)?.attributes ?? []
    let names = differences.filter { resource.kind.schema[$0.attribute]?.isAttested != true }
      .map(\.path)
    guard !names.isEmpty else { return nil }
    return .notAttestable(
      resource,
      "is not as the spec says, which the API tells: see \(names.joined(separator: ", ")). Mend it"
    )
  }

  /// What the lock is to remember of `resource` besides its attestation.
  private func baseline(of resource: Resource) -> Baseline {
    guard let object = object(of: resource) else {
      return Baseline(kind: resource.kind.name, id: "", digests: [:])
    }
    let digests =
      change(of: resource)?.digests ?? unchanged(resource)?.digests
      ?? [:]
    return Baseline(kind: resource.kind.name, id: object.id, digests: digests)
  }

  private func object(of resource: Resource) -> RemoteObject? {
    change(of: resource)?.object ?? unchanged(resource)?.object
  }

  private func unchanged(_ resource: Resource) -> Plan.Unchanged? {
    preparation.plan.unchanged.first { $0.address == resource.address }
  }

  private func change(of resource: Resource) -> Change? {
    preparation.plan.changes.first { $0.address == resource.address }
  }

  /// `baselines` without the attestations that `patterns` mean, and whose these are.
  ///
  /// - Throws: `Preparation.Failure` where a pattern means none.
  static func revoking(
    _ patterns: [String],
    in baselines: [Address: Baseline]
  ) throws(Preparation.Failure) -> (left: [Address: Baseline], revoked: [Address]) {
    let attested = baselines.filter { $0.value.attestation != nil }.keys.sorted()
    let selection = Selection(only: patterns)
    let unmatched = selection.unmatched(by: attested)
    guard unmatched.isEmpty else {
      throw Preparation.Failure(
        status: .invalid,
        diagnostics: unmatched.map { Diagnostic.notAttested($0, attested) }
      )
    }
    let revoked = attested.filter(selection.contains)
    var left = baselines
    for address in revoked {
      left[address]?.attestation = nil
      // Of what has no object the attestation was all there is to remember.
      if left[address]?.id.isEmpty == true { left[address] = nil }
    }
    return (left, revoked)
  }
}

extension Diagnostic {
  fileprivate static func nothingToAttest(_ resource: Resource, _ reason: String) -> Diagnostic {
    Diagnostic(
      code: "nothing-to-attest",
      summary: "Nothing is to be attested here",
      detail: "\(resource.address) needs nobody's word: \(reason). "
        + "`lockstep attest --list` names what does.",
      at: resource.range
    )
  }

  fileprivate static func notAttestable(_ resource: Resource, _ state: String) -> Diagnostic {
    Diagnostic(
      code: "not-attestable",
      summary: "This cannot be attested as it is",
      detail: "\(resource.address) \(state) as `lockstep runbook` says, then attest it. "
        + "Nothing was recorded.",
      at: resource.range
    )
  }

  fileprivate static func notAttested(_ pattern: String, _ attested: [Address]) -> Diagnostic {
    Diagnostic(
      code: "not-attested",
      summary: "There is no such attestation",
      detail: "\"\(pattern)\" names nothing that is attested in this environment."
        + Suggestion.sentence(for: pattern, in: attested.map(\.description))
        + " Nothing was revoked."
    )
  }
}
