internal import Client
internal import Model
internal import Planning
internal import Values

/// How far a run has come. A value: the executor's loop alone changes it.
struct Progress {
  private let plan: Plan
  private let kinds: [String: Kind]
  private(set) var symbols: Symbols
  private(set) var baselines: [Address: Baseline]
  private var outcomes: [Address: Outcome] = [:]
  /// The changes that need each to be done, those that only come after it, and how many each waits for.
  private var dependents: [Address: [Address]] = [:]
  private var followers: [Address: [Address]] = [:]
  private var missing: [Address: Int] = [:]
  private let changes: [Address: Change]
  private var ready: [Change]
  private var readyIndex = 0
  private var newlySkipped: [Outcome] = []

  init(plan: Plan, kinds: [String: Kind], baselines: [Address: Baseline]) {
    self.plan = plan
    self.kinds = kinds
    self.baselines = baselines
    changes = Dictionary(plan.changes.map { ($0.address, $0) }, uniquingKeysWith: { $1 })
    // A replaced object's id is not to be written anywhere any more.
    let doomed = plan.changes.filter { $0.action == .replace || $0.action == .delete }
    symbols = Symbols(ids: plan.ids)
    for change in doomed { symbols.ids[change.address] = nil }
    for unchanged in plan.unchanged {
      guard kinds[unchanged.kind]?.mode != .attested else { continue }
      let known = baselines[unchanged.address]
      // One that was made anew was confirmed by nobody.
      let attestation = known?.id == unchanged.object?.id ? known?.attestation : nil
      self.baselines[unchanged.address] = Self.baseline(of: unchanged, kinds)
      self.baselines[unchanged.address]?.attestation = attestation
    }
    for change in plan.changes {
      guard let object = change.object else { continue }
      self.baselines[change.address] = Self.baseline(of: object, change, baselines)
    }
    for forgotten in plan.forgotten { self.baselines[forgotten.address] = nil }
    let executed = plan.changes.filter(\.action.isExecuted)
    for change in executed {
      missing[change.address] = change.dependencies.count + change.predecessors.count
      for dependency in change.dependencies {
        dependents[dependency, default: []].append(change.address)
      }
      for predecessor in change.predecessors {
        followers[predecessor, default: []].append(change.address)
      }
    }
    ready = executed.filter { $0.dependencies.isEmpty && $0.predecessors.isEmpty }
  }

  private static func baseline(of unchanged: Plan.Unchanged, _ kinds: [String: Kind]) -> Baseline? {
    guard let object = unchanged.object, let kind = kinds[unchanged.kind] else { return nil }
    if let digests = unchanged.digests {
      return Baseline(kind: kind.name, id: object.id, digests: digests)
    }
    return Baseline(
      of: object,
      kind: kind,
      managed: unchanged.managed,
      orders: unchanged.orders
    )
  }

  /// What is to be remembered of an object that a person has to see to: what is right of it now, and
  /// when the rest was last right.
  private static func baseline(
    of object: RemoteObject,
    _ change: Change,
    _ baselines: [Address: Baseline]
  ) -> Baseline {
    let seen = Baseline(kind: change.kind, id: object.id, digests: change.digests)
    guard let known = baselines[change.address], known.id == seen.id else { return seen }
    return known.merging(seen)
  }

  /// The next change that can begin, if there is one.
  mutating func next() -> Change? {
    guard readyIndex < ready.count else { return nil }
    defer { readyIndex += 1 }
    return ready[readyIndex]
  }

  /// The changes that were given up since the last call.
  mutating func takeSkipped() -> [Outcome] {
    defer { newlySkipped = [] }
    return newlySkipped
  }

  /// The ids that `change` needs: a task must not hold them all.
  func symbols(for change: Change) -> Symbols {
    let needed = change.body.flatMap(\.value.references).compactMap { Address($0.address) }
    return Symbols(
      ids: Dictionary(
        needed.compactMap { address in symbols.ids[address].map { (address, $0) } },
        uniquingKeysWith: { first, _ in first }
      )
    )
  }

  mutating func record(_ finished: Executor.Finished) {
    let change = finished.change
    if finished.isGone { baselines[change.address] = nil }
    if let object = finished.object { symbols.ids[change.address] = object.id }
    if change.isOrderAlone, finished.outcome.isDone {
      // It is done when its arrangement is, which comes last.
      release(change.address, isDone: true)
      return
    }
    outcomes[change.address] = finished.outcome
    if let object = finished.object { remember(object, change) }
    release(change.address, isDone: finished.outcome.isDone)
  }

  /// Whether an arrangement still makes sense: not if the group that asked for it failed.
  func mayRun(_ arrangement: Arrangement) -> Bool {
    guard let owner = changes[arrangement.owner], owner.kind != arrangement.kind else {
      return true
    }
    return outcomes[owner.address]?.isDone ?? owner.isOrderAlone
  }

  /// Notes how an arrangement ended, as part of the change that asked for it.
  ///
  /// - Returns: The outcome, if it was not known before.
  mutating func record(_ arrangement: Arrangement, _ failure: APIFailure?) -> Outcome? {
    let address = arrangement.owner
    let isNews = failure != nil || changes[address]?.isOrderAlone == true
    if failure == nil, let change = changes[address], change.isOrderAlone { rememberOrder(change) }
    if failure != nil { forgetOrders(of: address) }
    guard isNews else { return nil }
    return conclude(
      address,
      failure.map(Outcome.Result.failed) ?? .done,
      wrote: failure?.isInDoubt ?? true
    )
  }

  /// Notes that an arrangement was not begun.
  mutating func giveUp(_ arrangement: Arrangement) -> Outcome? {
    let address = arrangement.owner
    forgetOrders(of: address)
    if changes[address]?.isOrderAlone == true { return nil }
    guard outcomes[address]?.isDone != false else { return nil }
    return conclude(address, .interrupted, wrote: false)
  }

  private mutating func conclude(
    _ address: Address,
    _ result: Outcome.Result,
    wrote: Bool
  ) -> Outcome {
    let previous = outcomes[address]
    let outcome = Outcome(
      address: address,
      action: changes[address]?.action ?? .update,
      result: result,
      id: previous?.id ?? symbols.ids[address],
      wroteSomething: wrote || previous?.wroteSomething == true
    )
    outcomes[address] = outcome
    return outcome
  }

  func report(wasInterrupted: Bool) -> RunReport {
    var outcomes = plan.changes.filter(\.action.isExecuted).map { change in
      self.outcomes[change.address]
        ?? Outcome(
          address: change.address,
          action: change.action,
          result: .interrupted,
          id: change.id,
          wroteSomething: false
        )
    }
    // An arrangement that failed for a resource that is otherwise as it should be.
    outcomes += plan.arrangements.map(\.owner).filter { changes[$0] == nil }
      .compactMap { self.outcomes[$0] }
    return RunReport(
      outcomes: outcomes,
      unchanged: plan.unchanged.count,
      manual: plan.count(.manual),
      waiting: plan.count(.waiting),
      wasInterrupted: wasInterrupted && outcomes.contains { !$0.isDone }
    )
  }

  private mutating func remember(_ object: RemoteObject, _ change: Change) {
    guard let kind = kinds[change.kind] else { return }
    if change.body.isEmpty {
      // Only places were changed: the object itself was not read again.
      let known =
        baselines[change.address] ?? Baseline(kind: kind.name, id: object.id, digests: [:])
      baselines[change.address] = known.merging(
        Baseline(of: object, kind: kind, managed: change.orders.keys, orders: change.orders)
      )
      return
    }
    baselines[change.address] = Baseline(
      of: object,
      kind: kind,
      managed: change.managed,
      orders: change.orders
    )
  }

  private mutating func forgetOrders(of address: Address) {
    guard let orders = changes[address]?.orders else { return }
    for name in orders.keys { baselines[address]?.digests[name] = nil }
  }

  /// Only places were changed: the object itself was not read again.
  private mutating func rememberOrder(_ change: Change) {
    guard let kind = kinds[change.kind], let id = change.id else { return }
    let object = RemoteObject(id: id, attributes: [:])
    let known = baselines[change.address] ?? Baseline(kind: kind.name, id: id, digests: [:])
    baselines[change.address] = known.merging(
      Baseline(of: object, kind: kind, managed: change.orders.keys, orders: change.orders)
    )
  }

  /// Lets begin what waited for a change that is over, and gives up what needed it to be done.
  private mutating func release(_ address: Address, isDone: Bool) {
    var over = [(address, isDone)]
    while let (ended, wasDone) = over.popLast() {
      for follower in followers[ended] ?? [] { countDown(follower) }
      for dependent in dependents[ended] ?? [] {
        if wasDone {
          countDown(dependent)
        } else if let outcome = skip(dependent, because: ended) {
          newlySkipped.append(outcome)
          over.append((dependent, false))
        }
      }
    }
  }

  private mutating func countDown(_ address: Address) {
    missing[address, default: 1] -= 1
    if missing[address] == 0, outcomes[address] == nil, let change = changes[address] {
      ready.append(change)
    }
  }

  private mutating func skip(_ address: Address, because failed: Address) -> Outcome? {
    guard outcomes[address] == nil, let change = changes[address] else { return nil }
    let outcome = Outcome(
      address: address,
      action: change.action,
      result: .skipped(because: failed),
      id: change.id,
      wroteSomething: false
    )
    outcomes[address] = outcome
    return outcome
  }
}
