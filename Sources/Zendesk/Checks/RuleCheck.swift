internal import Diagnostics
internal import Model
internal import Values

/// What every trigger and every automation is held to by itself.
enum RuleCheck {
  /// A rule must be smaller, in bytes; Zendesk says 65 KB.
  static let sizeLimit = 65 * 1024

  /// A condition or an action, and where it stands.
  struct Part {
    let members: Members
    let path: ValuePath
  }

  @Sendable static func trigger(_ attributes: Members) -> [Finding] {
    findings(in: attributes, .trigger)
  }

  @Sendable static func automation(_ attributes: Members) -> [Finding] {
    findings(in: attributes, .automation)
      + AutomationCheck(
        all: parts(of: attributes, ["conditions", "all"]),
        any: parts(of: attributes, ["conditions", "any"]),
        actions: parts(of: attributes, ["actions"])
      ).findings
  }

  /// The objects of the list at `path`.
  static func parts(of attributes: Members, _ path: ValuePath) -> [Part] {
    let list = path.steps.reduce(Value.object(attributes)) { value, step in
      if case .key(let key) = step { value[key] ?? .null } else { .null }
    }
    return (list.items ?? []).enumerated().compactMap { index, item in
      item.members.map { Part(members: $0, path: path.appending(.index(index))) }
    }
  }

  private static func findings(
    in attributes: Members,
    _ vocabulary: RuleVocabulary
  ) -> [Finding] {
    let conditions =
      parts(of: attributes, ["conditions", "all"]) + parts(of: attributes, ["conditions", "any"])
    let actions = parts(of: attributes, ["actions"])
    var findings: [Finding] = []
    if conditions.isEmpty {
      findings.append(
        Finding(
          code: "no-conditions",
          summary: "Rule without conditions",
          detail: "Zendesk takes no \(vocabulary.noun) without a condition. Add one to \"all\" or "
            + "\"any\".",
          at: ["conditions"]
        )
      )
    }
    if actions.isEmpty {
      findings.append(
        Finding(
          code: "no-actions",
          summary: "Rule without actions",
          detail: "Zendesk takes no \(vocabulary.noun) without an action. Add one.",
          at: ["actions"]
        )
      )
    }
    for part in conditions {
      findings += ConditionCheck.findings(part.members, at: part.path, in: vocabulary)
    }
    for part in actions {
      findings += ActionCheck.findings(part.members, at: part.path, in: vocabulary)
    }
    return findings + sizeFindings(attributes, vocabulary)
  }

  private static func sizeFindings(
    _ attributes: Members,
    _ vocabulary: RuleVocabulary
  ) -> [Finding] {
    let size = attributes.reduce(0) { $0 + $1.value.wireSize }
    guard size >= sizeLimit else { return [] }
    return [
      Finding(
        code: "rule-too-large",
        summary: "Rule is too large",
        detail: "Zendesk takes a \(vocabulary.noun) of less than 65 KB, and this one has "
          + "\(size / 1024) KB. Shorten its texts, or split it.",
        at: []
      )
    ]
  }
}

extension Value {
  /// About how many bytes of a request it takes: never more.
  fileprivate var wireSize: Int {
    switch self {
    case .null, .boolean: 4
    case .integer, .reference: 1
    case .decimal(let text), .string(let text): text.utf8.count + 2
    case .list(let items): items.reduce(2) { $0 + $1.wireSize }
    case .object(let members):
      members.reduce(2) { $0 + $1.key.utf8.count + 3 + $1.value.wireSize }
    case .format(let pieces):
      pieces.reduce(2) { size, piece in
        if case .text(let text) = piece { size + text.utf8.count } else { size }
      }
    case .json(let value): value.wireSize
    case .secret: 2
    }
  }
}
