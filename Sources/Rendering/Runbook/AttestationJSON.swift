package import Model
package import Values

/// Attestations for a program: the format that `Docs/RunbookFormat.md` describes.
package enum AttestationJSON {
  private static let formatVersion = 1

  package static func value(of list: AttestationList, lock: String) -> Value {
    document(list.environment, lock, "attestations", list.entries.map(value(of:)))
  }

  package static func recorded(
    _ entries: [AttestationList.Entry],
    environment: String,
    lock: String
  ) -> Value {
    document(environment, lock, "attested", entries.map(value(of:)))
  }

  package static func revoked(_ addresses: [Address], environment: String, lock: String) -> Value {
    document(environment, lock, "revoked", addresses.map { .string($0.description) })
  }

  private static func document(
    _ environment: String,
    _ lock: String,
    _ name: String,
    _ items: [Value]
  ) -> Value {
    .object(
      Members([
        ("format_version", .integer(formatVersion)), ("environment", .string(environment)),
        ("lock", .string(lock)), (name, .list(items)),
      ])
    )
  }

  private static func value(of entry: AttestationList.Entry) -> Value {
    let head: Members = [
      "address": .string(entry.address.description),
      "kind": .string(entry.kind),
      "state": .string(entry.state.rawValue),
      "open": .list(entry.open.map(Value.string)),
    ]
    return .object(head.merging(members(of: entry.attestation, entry.confirmed)))
  }

  private static func members(of attestation: Attestation?, _ names: [String]) -> Members {
    [
      "attributes": .list(names.map(Value.string)),
      "date": PlanJSON.text(attestation?.date),
      "by": PlanJSON.text(attestation?.by),
      "note": PlanJSON.text(attestation?.note),
    ]
  }
}
