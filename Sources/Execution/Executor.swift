package import Client
package import Model
package import Planning
internal import Values

/// Carries out a plan: what is in it and nothing else, in its order.
///
/// Independent changes run at the same time. A change that fails takes with it only those that depend on
/// it. The ids of objects made on the way flow into what refers to them.
package struct Executor: Sendable {
  /// One client a system, by the system's name.
  package let clients: [String: APIClient]
  /// The kinds by name.
  package let kinds: [String: Kind]
  /// How many changes are in flight at most.
  package let parallelism: Int
  /// The ids of the objects that existed before the run, by the kind's name.
  package let known: [String: Set<String>]
  /// Whether the run was interrupted: then nothing new begins.
  package let isStopping: @Sendable () -> Bool
  /// Called as things happen, one call at a time.
  package let onEvent: @Sendable (Event) -> Void
  /// Called with the lock's entries after each change, one call at a time.
  package let onProgress: @Sendable ([Address: Baseline]) -> Void

  package init(
    clients: [String: APIClient],
    kinds: [String: Kind],
    parallelism: Int,
    known: [String: Set<String>],
    isStopping: @escaping @Sendable () -> Bool = { false },
    onEvent: @escaping @Sendable (Event) -> Void = { _ in },
    onProgress: @escaping @Sendable ([Address: Baseline]) -> Void = { _ in }
  ) {
    self.clients = clients
    self.kinds = kinds
    self.parallelism = parallelism
    self.known = known
    self.isStopping = isStopping
    self.onEvent = onEvent
    self.onProgress = onProgress
  }

  /// Executes `plan`.
  ///
  /// - Parameter baselines: The lock's entries before the run.
  /// - Returns: What became of each change, and the lock's entries after the run.
  package func execute(
    _ plan: Plan,
    baselines: [Address: Baseline]
  ) async -> (report: RunReport, baselines: [Address: Baseline]) {
    var progress = Progress(plan: plan, kinds: kinds, baselines: baselines)
    await withTaskGroup(of: Finished.self) { group in
      var running = 0
      while true {
        while running < parallelism, !isStopping(), let change = progress.next() {
          onEvent(.started(change.address, change.action))
          let symbols = progress.symbols(for: change)
          group.addTask { await perform(change, symbols: symbols) }
          running += 1
        }
        for outcome in progress.takeSkipped() { onEvent(.finished(outcome)) }
        guard let finished = await group.next() else { break }
        running -= 1
        progress.record(finished)
        let isOver = !(finished.change.isOrderAlone && finished.outcome.isDone)
        if isOver { onEvent(.finished(finished.outcome)) }
        onProgress(progress.baselines)
      }
    }
    for batch in batches(plan.arrangements) {
      guard !isStopping() else {
        for arrangement in batch {
          if let outcome = progress.giveUp(arrangement) { onEvent(.finished(outcome)) }
        }
        continue
      }
      let ready = batch.filter { progress.mayRun($0) }
      let failure = await arrange(ready, symbols: progress.symbols)
      for arrangement in ready {
        if let outcome = progress.record(arrangement, failure) { onEvent(.finished(outcome)) }
      }
    }
    onProgress(progress.baselines)
    return (progress.report(wasInterrupted: isStopping()), progress.baselines)
  }

  /// A change that was tried, with the object it left.
  struct Finished: Sendable {
    let change: Change
    let outcome: Outcome
    let object: RemoteObject?
    /// The object that was there before is gone.
    var isGone = false
  }

  private func perform(_ change: Change, symbols: Symbols) async -> Finished {
    let (kind, client) = remote(change.kind)
    let attempt = Attempt(change: change, kind: kind, client: client, known: known[kind.name] ?? [])
    return await attempt.run(symbols: symbols)
  }

  /// No input leads to the trap: a plan is made of the same kinds and clients that execute it.
  private func remote(_ name: String) -> (Kind, APIClient) {
    guard let kind = kinds[name], let client = clients[kind.system] else {
      preconditionFailure("no client for \(name)")
    }
    return (kind, client)
  }

  /// `arrangements` in their order, together as far as one request goes, so that what becomes of it
  /// becomes of all of them.
  private func batches(_ arrangements: [Arrangement]) -> [[Arrangement]] {
    var batches: [[Arrangement]] = []
    var room = 0
    for arrangement in arrangements {
      let count = arrangement.placements.count
      if count <= room, batches.last?.last?.kind == arrangement.kind {
        batches[batches.count - 1].append(arrangement)
        room -= count
      } else {
        batches.append([arrangement])
        room = (kinds[arrangement.kind]?.endpoints.arranging?.chunk ?? 0) - count
      }
    }
    return batches
  }

  /// Puts objects of one kind in their places; nil if that worked or there was nothing left to place.
  private func arrange(_ arrangements: [Arrangement], symbols: Symbols) async -> APIFailure? {
    guard let first = arrangements.first else { return nil }
    let (kind, client) = remote(first.kind)
    let placements = arrangements.flatMap(\.placements).compactMap { placement in
      let id =
        switch placement.item {
        case .object(let id): id
        case .resource(let address): symbols.ids[address] ?? ""
        }
      return id.isEmpty ? nil : Endpoints.Placement(id: id, position: placement.position)
    }
    guard !placements.isEmpty else { return nil }
    do throws(APIFailure) {
      try await client.arrange(kind, placements)
      return nil
    } catch {
      return error
    }
  }
}
