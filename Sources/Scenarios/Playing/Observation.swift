internal import HTTPTypes
internal import Values

/// What came of a step: what happened in it, and how the accounts are after it.
struct Observation: Sendable {
  /// What happened in the step.
  let entries: [Entry]
  /// What happened in the scenario so far, the step included.
  let history: [Entry]
  let tickets: [Members]
  let users: [Members]
  let profiles: [Members]

  /// Looks at what happened after the entry of the number `last`.
  ///
  /// - Parameter withState: Whether the accounts are looked at too; else they seem empty.
  /// - Throws: `Visit.Refusal` if the emulator does not tell.
  static func take(
    _ visit: Visit,
    after last: Int,
    before history: [Entry],
    withState: Bool
  ) async throws(Visit.Refusal) -> Observation {
    let documents = try await visit.door(.get, "wire?after=\(last)")["entries"]?.items ?? []
    let entries = documents.compactMap { Entry($0) }
    // The emulator forgets its oldest entries: what is not seen must not count as not having happened.
    guard entries.first?.number ?? last + 1 == last + 1 else {
      throw Visit.Refusal(
        explanation:
          "More happened in this step than the emulator remembers, so that nothing can be "
          + "said of it. Let less time pass in one step."
      )
    }
    let zendesk = withState ? try await visit.door(.get, "zendesk") : .null
    let braze = withState ? try await visit.door(.get, "braze") : .null
    return Observation(
      entries: entries,
      history: history + entries,
      tickets: (zendesk["tickets"]?.items ?? []).compactMap(\.members),
      users: (zendesk["users"]?.items ?? []).compactMap(\.members),
      profiles: (braze["profiles"]?.items ?? []).compactMap(\.members)
    )
  }

  func ticket(_ number: String) -> Members? {
    tickets.first { $0["id"]?.scalarText == number }
  }

  func user(_ id: Value?) -> Members? {
    guard let id = id?.scalarText else { return nil }
    return users.first { $0["id"]?.scalarText == id }
  }

  func profile(_ brazeID: String) -> Members? {
    profiles.first { $0["braze_id"]?.text == brazeID }
  }

  /// The attempts at the request of a webhook's entry, up to now.
  func attempts(at effect: Entry) -> [Entry] {
    let key = effect.happening == .webhookSent ? "message" : "invocation"
    guard let id = effect[key]?.scalarText else { return [] }
    return history.filter {
      $0.happening == .webhookAttempted && $0.system == effect.system
        && $0[key]?.scalarText == id
    }
  }
}
