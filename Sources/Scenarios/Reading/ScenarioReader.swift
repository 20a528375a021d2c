package import Diagnostics
internal import Emulator
internal import Model
internal import Spec
internal import Values
internal import YAML

/// Reads the text of a scenario, and holds it against the spec that it is about.
package struct ScenarioReader {
  let catalog: Catalog
  var findings = Findings()
  /// Who takes part, with their roles; those whose declaration is wrong are known by name alone.
  var roles: [String: Person.Role?] = [:]
  /// What people are found by, and whose it is.
  var identities: [String: String] = [:]
  /// The names of tickets that earlier steps gave.
  var tickets: Set<String> = []

  /// The scenario in `bytes`, and everything that is wrong with it; nil where something is.
  ///
  /// - Parameter name: What messages call the file.
  package static func read(
    _ bytes: [UInt8],
    name: String,
    in catalog: Catalog
  ) -> (scenario: Scenario?, diagnostics: [Diagnostic]) {
    var reader = ScenarioReader(catalog: catalog)
    let (root, problems) = YAMLDocument.parse(bytes, name: name)
    reader.findings.add(problems)
    let scenario = root.flatMap { reader.scenario($0) }
    let diagnostics = reader.findings.diagnostics.inReadingOrder
    return (diagnostics.hasErrors ? nil : scenario, diagnostics)
  }

  private init(catalog: Catalog) {
    self.catalog = catalog
  }

  private mutating func scenario(_ root: Node) -> Scenario? {
    let form = form(
      root,
      label: "A scenario",
      keys: ["scenario", "about", "assume", "people", "steps"],
      required: ["scenario", "steps"]
    )
    guard let form else { return nil }
    let title = text(form["scenario"])
    let about = text(form["about"])
    let assumptions = form["assume"].map { self.assumptions($0) } ?? [:]
    let people = form["people"].map { self.people($0) } ?? []
    let steps = form["steps"].map { self.steps($0) } ?? []
    guard let title, let place = form["scenario"]?.value.range.place else { return nil }
    return Scenario(
      title: title,
      about: about,
      place: place,
      assumptions: assumptions,
      people: people,
      steps: steps
    )
  }

  private mutating func assumptions(_ entry: Findings.Entry) -> [OpenFact: String] {
    var assumptions: [OpenFact: String] = [:]
    for part in findings.optionalEntries(of: entry.value, label: "assume") ?? [] {
      guard let fact = OpenFact(rawValue: part.key) else {
        let names = OpenFact.allCases.map(\.rawValue)
        findings.report(
          "unknown-fact",
          "Unknown open fact",
          "\"assume\" names facts that the vendors leave open, and \"\(part.key)\" is none."
            + findings.suggestion(for: part.key, in: names)
            + " Facts: \(names.joined(separator: ", ")).",
          at: part.keyRange
        )
        continue
      }
      let readings = fact.readings.map(\.name)
      guard let reading = text(part) else { continue }
      guard readings.contains(reading) else {
        findings.report(
          "unknown-reading",
          "Unknown reading of an open fact",
          "\(fact.rawValue) cannot be read as \"\(reading)\"."
            + findings.suggestion(for: reading, in: readings)
            + " Readings: \(readings.joined(separator: ", ")).",
          at: part.value.range
        )
        continue
      }
      assumptions[fact] = reading
    }
    return assumptions
  }

  private mutating func steps(_ entry: Findings.Entry) -> [Step] {
    guard findings.isPlain(entry.value, label: "steps") else { return [] }
    guard case .sequence(let nodes) = entry.value.content, !nodes.isEmpty else {
      findings.reportWrongType(
        entry.value,
        label: "steps",
        expected: "a list with at least one step"
      )
      return []
    }
    return nodes.compactMap { step($0) }
  }
}
