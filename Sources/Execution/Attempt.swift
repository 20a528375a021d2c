internal import Client
internal import Model
internal import Planning
internal import Values

/// Does one change.
struct Attempt: Sendable {
  let change: Change
  let kind: Kind
  let client: APIClient
  /// The ids of the objects that were there before the run.
  let known: Set<String>

  func run(symbols: Symbols) async -> Executor.Finished {
    switch change.action {
    case .create: await create(symbols)
    case .update: await update(symbols)
    case .replace: await replace(symbols)
    case .delete: await delete()
    case .manual, .waiting: finished(.done, id: change.id, wrote: false)
    }
  }

  private func create(_ symbols: Symbols, afterDeleting: Bool = false) async -> Executor.Finished {
    do throws(APIFailure) {
      let written = try await client.create(
        kind,
        wireForm(symbols),
        identity: change.identity,
        known: known
      )
      return finished(written, symbols)
    } catch {
      return finished(
        .failed(error),
        id: nil,
        wrote: afterDeleting || error.isInDoubt,
        isGone: afterDeleting
      )
    }
  }

  private func update(_ symbols: Symbols) async -> Executor.Finished {
    guard let id = change.id else { return await create(symbols) }
    do throws(APIFailure) {
      // Nothing to send: only the order of other objects is wrong, which comes last.
      let written =
        change.isOrderAlone
        ? Written(object: RemoteObject(id: id, attributes: [:]))
        : try await client.update(kind, id, wireForm(symbols))
      return finished(written, symbols)
    } catch {
      return finished(.failed(error), id: id, wrote: error.isInDoubt)
    }
  }

  private func replace(_ symbols: Symbols) async -> Executor.Finished {
    let deletion = await delete()
    guard deletion.outcome.isDone else { return deletion }
    return await create(symbols, afterDeleting: true)
  }

  private func delete() async -> Executor.Finished {
    guard let id = change.id else { return finished(.done, id: nil, wrote: false) }
    do throws(APIFailure) {
      try await client.delete(kind, id)
      return finished(.done, id: nil, wrote: true, isGone: true)
    } catch {
      return finished(.failed(error), id: id, wrote: error.isInDoubt)
    }
  }

  private func wireForm(_ symbols: Symbols) -> Members {
    var body = Members()
    for (name, value) in change.body {
      body[name] = kind.schema[name]?.wireForm(of: symbols.replaced(in: value))
    }
    return body
  }

  private func finished(_ written: Written, _ symbols: Symbols) -> Executor.Finished {
    let changed = Confirmation.contradictions(
      in: written.object,
      to: change,
      kind,
      symbols: symbols
    )
    let result: Outcome.Result =
      if !written.dropped.isEmpty {
        .failed(unconfirmed(written.dropped, "left out"))
      } else if !changed.isEmpty {
        .failed(unconfirmed(changed, "answered another value for"))
      } else {
        .done
      }
    return Executor.Finished(
      change: change,
      outcome: Outcome(
        address: change.address,
        action: change.action,
        result: result,
        id: written.object.id,
        wroteSomething: !change.body.isEmpty
      ),
      object: written.object
    )
  }

  /// The failure of a write that was answered with success but is not what was written.
  private func unconfirmed(_ attributes: [String], _ verb: String) -> APIFailure {
    APIFailure(
      .dropped,
      "the server \(verb) " + attributes.joined(separator: ", "),
      method: change.action == .update ? "update" : "create",
      path: kind.endpoints.path,
      attributes: Dictionary(
        attributes.map { ($0, "the server \(verb) it") },
        uniquingKeysWith: { first, _ in first }
      ),
      advice:
        "The rest was written. Correct the attribute, or take it out of the spec if this account "
        + "does not have it."
    )
  }

  private func finished(
    _ result: Outcome.Result,
    id: String?,
    wrote: Bool,
    isGone: Bool = false
  ) -> Executor.Finished {
    Executor.Finished(
      change: change,
      outcome: Outcome(
        address: change.address,
        action: change.action,
        result: result,
        id: id,
        wroteSomething: wrote
      ),
      object: nil,
      isGone: isGone
    )
  }
}
