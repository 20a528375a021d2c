package import Values

/// What the last apply left of one resource.
package struct Baseline: Sendable, Hashable {
  package var kind: String
  package var id: String
  /// The digest of each managed attribute's normal form.
  package var digests: [String: Digest]

  package init(kind: String, id: String, digests: [String: Digest]) {
    self.kind = kind
    self.id = id
    self.digests = digests
  }

  /// This baseline with the id and the digests of a later one.
  package func merging(_ later: Baseline) -> Baseline {
    Baseline(
      kind: later.kind,
      id: later.id,
      digests: digests.merging(later.digests) { _, new in new }
    )
  }
}
