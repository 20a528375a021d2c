internal import Diagnostics
internal import Model
internal import Values

/// Holds every list of names that orders resources against the resources that it names.
struct OrderCheck {
  private let resources: [ResourceDraft]
  private let scope: Scope
  private let byAddress: [Address: ResourceDraft]
  private var findings = Findings()

  init(_ resources: [ResourceDraft], scope: Scope) {
    self.resources = resources
    self.scope = scope
    byAddress = Dictionary(resources.map { ($0.address, $0) }, uniquingKeysWith: { old, _ in old })
  }

  consuming func diagnostics() -> [Diagnostic] {
    for resource in resources {
      for attribute in resource.kind.schema {
        guard let ordering = attribute.ordering,
          let names = resource[attribute.name]?.knownValue?.items?.compactMap(\.text),
          let range = resource.places[attribute.name],
          let kind = scope.options.kinds.first(where: { $0.name == ordering.kind })
        else { continue }
        var seen: Set<String> = []
        for name in names {
          if !seen.insert(name).inserted {
            report(
              "order-repeats",
              "Repeated name in an order",
              "\"\(name)\" stands in the list twice. Remove one of the two.",
              at: range
            )
          } else {
            check(kind.address(name), in: resource, by: ordering, at: range)
          }
        }
      }
    }
    return findings.diagnostics
  }

  private mutating func check(
    _ member: Address,
    in group: ResourceDraft,
    by ordering: Ordering,
    at range: SourceRange
  ) {
    guard let draft = byAddress[member] else {
      let names = byAddress.keys
        .filter { $0.system == member.system && $0.collection == member.collection }
        .map(\.name).sorted()
      return report(
        "unknown-resource",
        "Unknown resource",
        "The spec declares no resource \(member)."
          + findings.suggestion(for: member.name, in: names),
        at: range
      )
    }
    guard !draft.isAbsent else {
      return report(
        "reference-to-absent",
        "Reference to an absent resource",
        "\(member) is declared absent at \(draft.range.place), so that it has no place in an "
          + "order. Remove it from the list.",
        at: range
      )
    }
    guard draft.mode == .managed else {
      return report(
        "external-conflict",
        "External resource that is to be written",
        "\(member) is external, at \(draft.range.place), so that its place is never changed. "
          + "Remove it from the list.",
        at: range
      )
    }
    guard case .reference(let reference)? = draft[ordering.group]?.knownValue,
      reference.address == group.address.description
    else {
      return report(
        "order-outside-group",
        "Ordered resource is in another group",
        "\(member) is not in \(group.address). Set its \"\(ordering.group)\" to "
          + "!ref \(group.address), or remove it from the list.",
        at: range
      )
    }
  }

  private mutating func report(
    _ code: String,
    _ summary: String,
    _ detail: String,
    at range: SourceRange
  ) {
    findings.report(code, summary, detail, at: range)
  }
}
