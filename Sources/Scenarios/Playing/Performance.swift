internal import Emulator
internal import HTTPTypes
internal import Values

/// One run of a scenario, up to the first step that does not go as expected.
struct Performance {
  private let scenario: Scenario
  private let deployment: Deployment
  private let visit: Visit
  private var player: Player
  private var history: [Entry] = []
  /// The last step that did more than let time pass: what is seen now may have come of it.
  private var origin = Origin(step: 1, entry: 0)
  /// The facts that decided something so far.
  private(set) var touched: Set<OpenFact> = []

  private struct Origin {
    let step: Int
    /// The number of the last entry before it.
    let entry: Int
  }

  init(of scenario: Scenario, on deployment: Deployment, _ visit: Visit, cast: Cast) {
    self.scenario = scenario
    self.deployment = deployment
    self.visit = visit
    player = Player(visit: visit, cast: cast)
  }

  /// - Returns: What went otherwise than expected; nil if nothing did.
  mutating func play() async -> Failure? {
    var failure: Failure?
    for (index, step) in scenario.steps.enumerated() where failure == nil {
      failure = await play(step, number: index + 1)
    }
    do throws(Visit.Refusal) {
      try await noteFacts()
    } catch {
      return failure ?? Failure(of: scenario, error.explanation)
    }
    return failure
  }

  private mutating func play(_ step: Step, number: Int) async -> Failure? {
    var problem: String?
    if !step.doing.isWait { origin = Origin(step: number, entry: history.last?.number ?? 0) }
    do throws(Visit.Refusal) {
      try await player.perform(step.doing)
    } catch {
      problem = error.explanation
    }
    let observation: Observation
    do throws(Visit.Refusal) {
      observation = try await Observation.take(
        visit,
        after: history.last?.number ?? 0,
        before: history,
        withState: !step.expectations.isEmpty
      )
    } catch {
      return Failure(step, number: number, problem: problem ?? error.explanation)
    }
    history = observation.history
    var matcher = Matcher(observation, player.cast)
    matcher.match(step)
    for (name, ticket) in matcher.cast.tickets { player.name(ticket, name) }
    let unexpected = step.excludesOthers ? matcher.unexpected : []
    let halt = observation.entries.first { $0.happening == .halted }?["reason"]?.text
    problem = problem ?? halt.map { "The integration was halted: \($0)." }
    let verdicts = step.expectations.indices.compactMap { matcher.verdicts[$0] }
    guard problem != nil || !unexpected.isEmpty || !verdicts.allSatisfy(\.isMet) else { return nil }
    let entries = history.filter { $0.number > origin.entry }
    let trail = Trail(entries, deployment: deployment)
    return Failure(
      step,
      number: number,
      problem: problem,
      verdicts: verdicts,
      unexpected: unexpected.map { trail.node($0) },
      since: origin.step,
      trail: trail.nodes(explaining: verdicts.filter { !$0.isMet })
    )
  }

  private mutating func noteFacts() async throws(Visit.Refusal) {
    for fact in try await visit.door(.get, "facts")["facts"]?.items ?? []
    where fact["touched"] == true {
      if let known = fact["name"]?.text.flatMap({ OpenFact(rawValue: $0) }) {
        touched.insert(known)
      }
    }
  }
}
