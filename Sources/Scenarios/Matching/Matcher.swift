internal import Values

/// Decides which of the effects of a step meet which of its expectations.
struct Matcher {
  let observation: Observation
  var cast: Cast
  /// The numbers of the effects that an expectation accounts for.
  var claimed: Set<Int> = []
  /// The attributes that expectations are about, by the profile.
  var expectedAttributes: [String: Set<String>] = [:]
  /// By the place of their expectation in the step.
  var verdicts: [Int: Verdict] = [:]

  var comparer: Comparer { Comparer(cast: cast) }

  init(_ observation: Observation, _ cast: Cast) {
    self.observation = observation
    self.cast = cast
  }

  /// Matches all of `step`, and gives names to tickets on the way.
  mutating func match(_ step: Step) {
    // Tickets first: others may speak of them by the names they get.
    matchTickets(step.expectations)
    for (index, expectation) in step.expectations.enumerated() { matchState(expectation, index) }
    matchEffects(step.expectations)
  }

  /// The effects that no expectation accounts for.
  var unexpected: [Entry] {
    observation.entries.filter { $0.isEffect && !claimed.contains($0.number) }
  }

  /// Those of `candidates` that fit the expectations best, each with one of its own.
  private mutating func matchEffects(_ expectations: [Expectation]) {
    var rows: [(index: Int, expectation: Expectation, candidates: [Int: [Comparison]])] = []
    for (index, expectation) in expectations.enumerated() {
      guard let comparisons = comparisons(of: expectation) else { continue }
      rows.append((index, expectation, comparisons))
    }
    let history = observation.history
    let columns = Assignment.columns(rows: rows.count, columns: history.count) { row, column in
      rows[row].candidates[history[column].number]?.allSatisfy(\.holds) ?? false
    }
    for column in columns { if let column { claimed.insert(history[column].number) } }
    var shown = Set(columns.compactMap { $0 }.map { history[$0].number })
    for (row, column) in zip(rows, columns) {
      if let column {
        let entry = history[column]
        let comparisons = row.candidates[entry.number] ?? []
        verdicts[row.index] = verdict(row.expectation, comparisons, entry)
        continue
      }
      let nearest = nearest(among: row.candidates, except: shown)
      if let nearest { shown.insert(nearest.number) }
      let comparisons = nearest.flatMap { row.candidates[$0.number] } ?? []
      verdicts[row.index] = verdict(row.expectation, comparisons, nearest)
    }
  }

  private func nearest(
    among candidates: [Int: [Comparison]],
    except shown: Set<Int>
  ) -> Entry? {
    let free = candidates.filter { !shown.contains($0.key) }
    let best = free.min { left, right in
      let (first, second) = (left.value.count { !$0.holds }, right.value.count { !$0.holds })
      return (first, left.key) < (second, right.key)
    }
    return best.flatMap { best in observation.history.first { $0.number == best.key } }
  }

  /// What `expectation` comes to with each effect of its sort; nil where it is about no effect.
  private func comparisons(of expectation: Expectation) -> [Int: [Comparison]]? {
    let matches: (Entry) -> [Comparison]?
    switch expectation.subject {
    case .sms(let to, let text, let segments):
      matches = { sms($0, to, text, segments) }
    case .webhook(let webhook): matches = { self.webhook($0, webhook) }
    case .event(let user, let name, let properties):
      matches = { event($0, user, name, properties) }
    case .message(let of, let user, let outcome, let reason):
      matches = { message($0, of, user, outcome, reason) }
    case .ticket, .profile, .subscription: return nil
    }
    let pairs = observation.history.compactMap { entry in
      matches(entry).map { (entry.number, $0) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  func verdict(
    _ expectation: Expectation,
    _ comparisons: [Comparison],
    _ entry: Entry?,
    ticket: String? = nil,
    user: String? = nil,
    absence: String? = nil
  ) -> Verdict {
    let isMet = !comparisons.isEmpty && comparisons.allSatisfy(\.holds) && absence == nil
    return Verdict(
      place: expectation.place,
      label: expectation.label,
      comparisons: comparisons,
      isMet: isMet,
      entry: entry,
      absence: comparisons.isEmpty ? absence ?? expectation.absence : absence,
      ticket: ticket,
      user: user ?? expectation.user.flatMap { cast.profiles[$0]?.brazeID }
    )
  }

  /// Whether `entry` belongs to this step.
  func isNow(_ entry: Entry) -> Bool {
    guard let first = observation.entries.first else { return false }
    return entry.number >= first.number
  }
}
