/// A mistake of the guides: what stands in their form where the example has something else, and the
/// scenario that tells the two apart.
///
///     What is wrong with it.
///     scenario: two-way-sms
///     lint: webhook-body-not-json
///     fails: - sms: {to: ann, text: Hello}
///     unexpected: sms_sent
///     -- example --
///     …
///     -- guide --
///     …
///     -- end --
struct GuideMistake: Sendable {
  /// The name of the scenario's file, without its extensions.
  let scenario: String
  /// The rule that finds the mistake without playing anything.
  let lint: String?
  /// The line of the scenario that does not hold, without the blanks around it.
  let line: String
  /// Something that happens where nothing else should.
  let unexpected: String?
  /// What the example has, and what the guide has instead.
  let changes: [(example: String, guide: String)]

  /// - Parameter text: A file of the folder `Guides`; nil if it is none.
  init?(_ text: String) {
    var headers: [String: String] = [:]
    var sections: [(mark: Substring, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if ["-- example --", "-- guide --", "-- end --"].contains(line) {
        sections.append((line, ""))
      } else if !sections.isEmpty {
        sections[sections.count - 1].text += line + "\n"
      } else if let colon = line.firstRange(of: ": ") {
        headers[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
      }
    }
    guard let scenario = headers["scenario"], let line = headers["fails"],
      sections.last?.mark == "-- end --", sections.count > 1
    else { return nil }
    self.scenario = scenario
    self.line = line
    lint = headers["lint"]
    unexpected = headers["unexpected"]
    var changes: [(example: String, guide: String)] = []
    for (mark, text) in sections.dropLast() {
      switch mark {
      case "-- example --": changes.append((text, ""))
      default: changes.indices.last.map { changes[$0].guide = text }
      }
    }
    self.changes = changes
  }

  /// `example` with the mistake in it; nil if it does not have what is changed, or has it twice.
  func made(in example: String) -> String? {
    var spec = example
    for change in changes {
      let parts = spec.split(separator: change.example, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      spec = parts.joined(separator: change.guide)
    }
    return spec
  }
}
