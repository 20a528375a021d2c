package import Values

/// What the last apply left of one resource.
package struct Baseline: Sendable, Hashable {
  package var kind: String
  /// "" for what has no object that an API tells of.
  package var id: String
  /// The digest of each managed attribute's normal form; of one that a person keeps, when it was last
  /// seen to be right.
  package var digests: [String: Digest]
  /// What the API said of the object's last change when it was last seen to be right.
  package var version: String?
  package var attestation: Attestation?

  package init(kind: String, id: String, digests: [String: Digest], version: String? = nil) {
    self.kind = kind
    self.id = id
    self.digests = digests
    self.version = version
  }

  /// This baseline with the id and the digests of a later one.
  package func merging(_ later: Baseline) -> Baseline {
    var merged = Baseline(
      kind: later.kind,
      id: later.id,
      digests: digests.merging(later.digests) { _, new in new },
      version: later.version
    )
    merged.attestation = attestation
    return merged
  }
}
