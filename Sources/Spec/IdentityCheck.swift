internal import Diagnostics
internal import Model
internal import Values

/// Proves that every resource can be found by its identity, and no two by the same.
enum IdentityCheck {
  private struct Key: Hashable {
    let kind: String
    let identity: String
  }

  /// What can be told before an environment is chosen.
  static func diagnostics(drafts: [ResourceDraft]) -> [Diagnostic] {
    diagnostics(
      drafts.compactMap { draft in
        guard draft.kind.mode != .attested,
          let value = draft[draft.kind.identity.attribute]?.knownValue
        else { return nil }
        return Claim(
          address: draft.address,
          kind: draft.kind,
          range: draft.places[draft.kind.identity.attribute] ?? draft.range,
          value: value
        )
      }
    )
  }

  static func diagnostics(_ resources: [Resource]) -> [Diagnostic] {
    diagnostics(
      resources.compactMap { resource in
        // What no API reads need not be found.
        guard resource.kind.mode != .attested,
          let value = resource.attributes[resource.kind.identity.attribute]
        else { return nil }
        return Claim(
          address: resource.address,
          kind: resource.kind,
          range: resource.places[resource.kind.identity.attribute] ?? resource.range,
          value: value
        )
      }
    )
  }

  private struct Claim {
    let address: Address
    let kind: Kind
    let range: SourceRange
    let value: Value
  }

  private static func diagnostics(_ claims: [Claim]) -> [Diagnostic] {
    var first: [Key: Claim] = [:]
    return claims.compactMap { claim in
      // A missing one is reported as such.
      guard !claim.value.isNull else { return nil }
      let attribute = claim.kind.identity.attribute
      guard let text = claim.value.scalarText?.trimmingBlanks, !text.isEmpty else {
        return Diagnostic(
          code: "invalid-identity",
          summary: "Invalid identity",
          detail: "A \(claim.kind.name) is found by its \"\(attribute)\", which must be text that "
            + "is not empty and does not depend on other resources.",
          at: claim.range
        )
      }
      let isTrimmed = claim.kind.schema[attribute]?.isTrimmed == true
      let key = Key(
        kind: claim.kind.name,
        identity: isTrimmed ? text : claim.value.scalarText ?? text
      )
      guard let earlier = first[key], earlier.address != claim.address else {
        first[key] = first[key] ?? claim
        return nil
      }
      return Diagnostic(
        code: "duplicate-identity",
        summary: "Duplicate identity",
        detail: "\(claim.address) has the same \"\(attribute)\" as \(earlier.address) at "
          + "\(earlier.range.place), so that the two cannot be told apart. Change one of them.",
        at: claim.range
      )
    }
  }
}
