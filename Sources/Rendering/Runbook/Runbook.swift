internal import Diagnostics
package import Model
package import Planning
internal import Values

/// What a person has to do, in order, with every value: a reading of the plan.
package struct Runbook: Sendable {
  package let environment: String
  package let steps: [Step]
  package let waits: [Wait]
  /// How many changes of the plan an apply makes.
  package let pending: Int
  let plan: Plan
  let invocation: Invocation

  package init(_ plan: Plan, resources: [Resource], invocation: Invocation) {
    self.plan = plan
    self.invocation = invocation
    environment = plan.environment
    pending = plan.changes.count(where: \.action.isExecuted)
    let declared = Dictionary(
      resources.map { ($0.address, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let reader = FieldReader(ids: plan.ids, resources: declared)
    let steps = plan.changes.filter { $0.action == .manual }.compactMap { change in
      declared[change.address].map { Step(change, $0, reader) }
    }
    self.steps = steps
    waits = plan.changes.filter { $0.action == .waiting }.compactMap { change in
      declared[change.address].map { Wait(change, $0) }
    }
  }

  package var isEmpty: Bool { steps.isEmpty && waits.isEmpty }

  /// The steps that end with a person's word.
  package var attested: [Address] { steps.filter { !$0.attested.isEmpty }.map(\.address) }

  /// Whether something waits for an id, which the next apply writes.
  var mustApplyAgain: Bool { waits.contains { $0.emergence == nil } }

  /// Whether any value is made up of variables.
  var hasSecrets: Bool { !recipes.isEmpty }

  /// How the secrets in it are made up.
  var recipes: [String] {
    steps.flatMap { step in
      step.values.compactMap(\.recipe) + step.changes.compactMap(\.recipe)
    }
  }

  /// The number of the step about `address`, counted from 1.
  func number(of address: Address) -> Int? {
    steps.firstIndex { $0.address == address }.map { $0 + 1 }
  }
}

extension Runbook {
  /// What cannot be done yet, and what it needs.
  package struct Wait: Sendable {
    package let address: Address
    package let kind: String
    package let reason: String
    /// The resources whose ids it needs.
    package let needs: [Address]
    /// How it comes to be by itself, if it does.
    package let emergence: String?
    /// Where a person can make it all the same.
    package let place: String?

    init(_ change: Change, _ resource: Resource) {
      address = change.address
      kind = change.kind
      reason = change.reason.rawValue
      needs = change.waitsFor
      emergence = change.waitsFor.isEmpty ? resource.kind.emergence : nil
      place = emergence == nil ? nil : resource.kind.handwork?.place(resource.attributes)
    }
  }
}
