package import Values

/// A person's word that what no API reads is as the spec says.
package struct Attestation: Sendable, Hashable {
  /// The digest of each attested attribute as it was confirmed.
  package var digests: [String: Digest]
  /// The environment it was given for.
  package var environment: String
  /// The origin of the instance on which it was seen, as the environment had it then.
  package var instance: String
  /// When, as ISO 8601 in UTC.
  package var date: String
  package var by: String?
  package var note: String?

  package init(
    digests: [String: Digest],
    environment: String,
    instance: String,
    date: String,
    by: String? = nil,
    note: String? = nil
  ) {
    self.digests = digests
    self.environment = environment
    self.instance = instance
    self.date = date
    self.by = by
    self.note = note
  }
}
