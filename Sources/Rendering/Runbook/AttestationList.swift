package import Model
package import Planning

/// What people have confirmed, and what they are still to confirm: a reading of the spec and the lock.
package struct AttestationList: Sendable {
  package enum State: String, Sendable {
    /// Confirmed as the spec has it.
    case attested
    /// Confirmed, and the spec has changed since.
    case reopened
    case open
    /// Confirmed, and not in the spec any more.
    case undeclared
  }

  package struct Entry: Sendable {
    package let address: Address
    package let kind: String
    package let state: State
    /// The attributes that were confirmed as they are now.
    package let confirmed: [String]
    /// The attributes that are to be confirmed.
    package let open: [String]
    package let attestation: Attestation?
  }

  package let environment: String
  /// In the order of the spec; what is not in it comes last.
  package let entries: [Entry]

  /// - Parameters:
  ///   - names: What a person knows the spec's resources by.
  ///   - targets: The origin of each system's instance, by the system's name.
  package init(
    environment: String,
    resources: [Resource],
    names: Symbols,
    targets: [String: String],
    baselines: [Address: Baseline]
  ) {
    self.environment = environment
    let declared = resources.filter { $0.mode.isByHand && !$0.isAbsent }.compactMap { resource in
      Self.entry(
        resource,
        names,
        baselines[resource.address]?.attestation,
        on: targets[resource.kind.system]
      )
    }
    let known = Set(declared.map(\.address))
    let undeclared = baselines.sorted { $0.key < $1.key }.compactMap { address, baseline in
      known.contains(address) ? nil : Self.undeclared(address, baseline)
    }
    entries = declared + undeclared
  }

  private static func entry(
    _ resource: Resource,
    _ names: Symbols,
    _ attestation: Attestation?,
    on instance: String?
  ) -> Entry? {
    let digests = resource.attestedDigests(names)
    let confirmed = attestation?.instance == instance ? attestation?.digests : nil
    guard !digests.isEmpty else { return nil }
    let known = resource.kind.schema.map(\.name).filter { digests[$0] != nil }
    let open = known.filter { confirmed?[$0] != digests[$0] }
    return Entry(
      address: resource.address,
      kind: resource.kind.name,
      state: attestation == nil ? .open : open.isEmpty ? .attested : .reopened,
      confirmed: known.filter { !open.contains($0) },
      open: open,
      attestation: attestation
    )
  }

  private static func undeclared(_ address: Address, _ baseline: Baseline) -> Entry? {
    baseline.attestation.map { attestation in
      Entry(
        address: address,
        kind: baseline.kind,
        state: .undeclared,
        confirmed: attestation.digests.keys.sorted(),
        open: [],
        attestation: attestation
      )
    }
  }
}
