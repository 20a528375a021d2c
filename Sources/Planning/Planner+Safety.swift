internal import Diagnostics
internal import Model
internal import Values

extension Planner {
  /// The external resources that this run needs and that the instance does not have.
  static func missingExternals(
    _ input: PlanningInput,
    selected: [Resource],
    _ finder: Finder
  ) -> [Diagnostic] {
    let needed = Set(selected.map(\.address) + selected.flatMap(\.dependencies))
    return input.resources.filter { resource in
      resource.mode == .external && finder.findings[resource.address] == nil
        && needed.contains(resource.address) && !finder.undecided.contains(resource.address)
    }.map { missing($0, among: input.live[$0.kind.name] ?? []) }
  }

  private static func missing(_ resource: Resource, among objects: [RemoteObject]) -> Diagnostic {
    let attribute = resource.kind.identity.attribute
    let wanted: String
    var suggestion = ""
    switch resource.match {
    case .id(let id)?: wanted = "the id \(id)"
    case .identity(let text)?: wanted = "the \(attribute) \(Value.string(text).json())"
    case nil:
      let identity = resource.trimmedIdentity ?? ""
      wanted = "the \(attribute) \(Value.string(identity).json())"
      let names = objects.compactMap { $0.identity(resource.kind) }.sorted()
      suggestion = Suggestion.sentence(for: identity, in: names)
    }
    return Diagnostic(
      code: "missing-external",
      summary: "External object does not exist",
      detail: "\(resource.address) is external, and the instance has no \(resource.kind.noun) with "
        + "\(wanted).\(suggestion) Create it there, correct the spec, or remove \"external\" to have "
        + "it created.",
      at: resource.places[attribute] ?? resource.range
    )
  }

  /// What is selected but needs something that is neither selected nor there.
  static func dependenciesLeftOut(
    _ resources: [Resource],
    selected: [Resource],
    findings: [Address: Finder.Finding]
  ) -> [Diagnostic] {
    let included = Set(selected.map(\.address))
    // What needs the id of something that only a person makes waits for it.
    let declared = Set(resources.filter { !$0.mode.isByHand }.map(\.address))
    return selected.flatMap { resource in
      resource.dependencies
        .filter { declared.contains($0) && !included.contains($0) && findings[$0] == nil }
        .map { dependency in
          Diagnostic(
            code: "dependency-left-out",
            summary: "A resource is left out that another one needs",
            detail: "\(resource.address) refers to \(dependency), which does not exist yet and is "
              + "left out by --only or --exclude. Include it as well.",
            at: resource.range
          )
        }
    }
  }

  /// What is not selected but refers to an object that goes: it would be left pointing at nothing.
  var dependentsLeftOut: [Diagnostic] {
    let going = Set(changes.values.filter { $0.action == .replace }.map(\.address))
    let included = Set(selected.map(\.address))
    return input.resources.filter {
      !included.contains($0.address) && $0.mode == .managed
    }.flatMap { resource in
      resource.dependencies.filter(going.contains).map { replaced in
        Diagnostic(
          code: "dependent-left-out",
          summary: "A resource is left out that refers to a replaced one",
          detail:
            "\(replaced) gets another id, and \(resource.address), which refers to it, is left "
            + "out by --only or --exclude. Include it as well.",
          at: resource.range
        )
      }
    }
  }

  /// Refuses what loses something that nobody consented to lose.
  mutating func refuse(_ difference: Difference, _ resource: Resource) {
    let address = resource.address
    if !difference.immutable.isEmpty {
      let cost = resource.kind.replacementCost.map { "; \($0) would be lost" } ?? ""
      let names = difference.immutable.joined(separator: ", ")
      if resource.isProtected {
        refusals.append(
          Refusal(
            address: address,
            cause: .protected,
            explanation:
              "\(address) has `protect: true`, and changing \(names) means to delete the "
              + "\(resource.kind.noun) and make a new one\(cost). Take `protect` out first."
          )
        )
      } else if !input.options.allowedReplacements.contains(address) {
        refusals.append(
          Refusal(
            address: address,
            cause: .replacement,
            explanation:
              "\(names) cannot be changed: the \(resource.kind.noun) must be deleted and "
              + "made anew\(cost). To consent, add --allow-replace \(address)"
          )
        )
      }
    } else if !difference.losses.isEmpty, !input.options.allowsDataLoss {
      refusals.append(
        Refusal(
          address: address,
          cause: .dataLoss,
          explanation: "This would delete " + difference.losses.joined(separator: "; ")
            + ". To consent, add --allow-data-loss"
        )
      )
    }
  }

  /// Refuses to touch what the vendor made for every account.
  mutating func refuseIfBuiltIn(_ object: RemoteObject, _ resource: Resource) {
    guard resource.kind.builtIn?.holds(of: object) == true else { return }
    refusals.append(
      Refusal(
        address: resource.address,
        cause: .builtIn,
        explanation:
          "\(resource.address) is the \(resource.kind.noun) \(object.id), which every account has from "
          + "the beginning and which is not changed by this tool. Declare it `external: true` to refer to "
          + "it, or give the resource another \(resource.kind.identity.attribute)"
      )
    )
  }

  /// Refuses to delete a group while objects are in it: some APIs delete them along with it.
  mutating func refuseFullGroups() {
    for resource in selected.sorted(by: { $0.address < $1.address }) {
      guard let change = changes[resource.address], change.action == .delete, let group = change.id
      else { continue }
      for ordering in resource.kind.schema.compactMap(\.ordering) {
        let leaving = leaving(ordering)
        let left = (input.live[ordering.kind] ?? []).filter { object in
          object.attributes[ordering.group]?.scalarText == group && !leaving.contains(object.id)
        }
        guard !left.isEmpty, !input.options.allowsDataLoss else { continue }
        refuse(deletionOf: resource, with: left)
      }
    }
  }

  /// The objects of the ordered kind that this plan deletes or moves to another group.
  private func leaving(_ ordering: Ordering) -> Set<String> {
    Set(
      changes.values.compactMap { change in
        guard change.kind == ordering.kind else { return nil }
        let isGoing = change.action == .delete || change.action == .replace
        return isGoing || change.body[ordering.group] != nil ? change.id : nil
      }
    )
  }

  private mutating func refuse(deletionOf resource: Resource, with left: [RemoteObject]) {
    let names = left.prefix(3).map { object in
      let title = object.attributes["title"]?.text ?? ""
      return Value.string(title).json() + " (\(object.id))"
    }
    let more = left.count > 3 ? " and \(left.count - 3) more" : ""
    refusals.append(
      Refusal(
        address: resource.address,
        cause: .dataLoss,
        explanation:
          "\(resource.address) still holds \(names.joined(separator: ", "))\(more): what is "
          + "inactive would be deleted with it, and while something is active the server refuses. Move "
          + "or delete them first, or add --allow-data-loss"
      )
    )
  }
}
