/// Which reading of each open fact an emulator takes, and which facts it had to ask for.
package struct Readings: Sendable {
  private var chosen: [OpenFact: String]
  package private(set) var touched: Set<OpenFact> = []

  /// - Parameter chosen: Readings by name; facts without one take their first.
  package init(_ chosen: [OpenFact: String] = [:]) {
    self.chosen = chosen
  }

  /// The reading that is taken, without noting that somebody asked.
  package func name(of fact: OpenFact) -> String { chosen[fact] ?? fact.readings[0].name }

  /// Whether `fact` is read as `reading`; from now on the fact counts as touched.
  mutating func take(_ fact: OpenFact, as reading: String) -> Bool {
    touched.insert(fact)
    return name(of: fact) == reading
  }

  mutating func choose(_ reading: String, for fact: OpenFact) { chosen[fact] = reading }
}
