package import Diagnostics
internal import Model
internal import Values

/// The lock as text: canonical JSON, one resource a block, so that two branches merge line by line.
package enum LockText {
  /// The version this tool writes, and the newest it reads.
  package static let formatVersion = 1

  package static func text(of lock: Lock) -> String {
    let environments = lock.environments.sorted { $0.key < $1.key }.map { name, baselines in
      let blocks = baselines.sorted { $0.key < $1.key }.map { address, baseline in
        (address.description, value(of: baseline))
      }
      return (name, Value.object(Members(blocks)))
    }
    let document: Value = [
      "format_version": .integer(formatVersion),
      "environments": .object(Members(environments)),
    ]
    return document.json(.pretty) + "\n"
  }

  /// Reads what `text(of:)` wrote.
  ///
  /// - Throws: a `Diagnostic` with the place, if it is damaged or was written by a newer version.
  package static func lock(in source: SourceText) throws(Diagnostic) -> Lock {
    let document: Value
    do throws(JSONError) {
      document = try Value(strictJSON: source.text)
    } catch {
      throw damaged(
        "It is not the JSON of a lock: \(error.reason).",
        source,
        at: source.range(ofByte: error.offset)
      )
    }
    let reader = LockReader(source: source)
    return try reader.lock(in: document)
  }

  private static func value(of baseline: Baseline) -> Value {
    var block: Members = ["kind": .string(baseline.kind)]
    if !baseline.id.isEmpty { block["id"] = .string(baseline.id) }
    if let version = baseline.version { block["version"] = .string(version) }
    block["attributes"] = value(of: baseline.digests)
    if let attestation = baseline.attestation { block["attested"] = value(of: attestation) }
    return .object(block)
  }

  private static func value(of attestation: Attestation) -> Value {
    var block: Members = [
      "environment": .string(attestation.environment),
      "instance": .string(attestation.instance), "date": .string(attestation.date),
    ]
    if let by = attestation.by { block["by"] = .string(by) }
    if let note = attestation.note { block["note"] = .string(note) }
    block["attributes"] = value(of: attestation.digests)
    return .object(block)
  }

  private static func value(of digests: [String: Digest]) -> Value {
    .object(
      Members(
        digests.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value.hexadecimal)) }
      )
    )
  }

  static func damaged(
    _ reason: String,
    _ source: SourceText,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: "lock-damaged",
      summary: "The lock cannot be read",
      detail:
        "\(reason) Restore it from version control, or delete it: objects are then found again "
        + "by their identities.",
      at: range
    )
  }
}
