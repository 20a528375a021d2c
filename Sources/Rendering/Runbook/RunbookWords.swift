internal import Diagnostics
internal import Planning

/// The sentences of a runbook, whatever it is written as.
///
/// What is to be typed stands between backticks.
enum RunbookWords {
  static func intro(_ runbook: Runbook) -> [String] {
    var lines: [String] = []
    if runbook.pending > 0 {
      let changes =
        runbook.pending == 1 ? "1 change that needs" : "\(runbook.pending) changes that need"
      lines.append(
        "The plan has \(changes) no person: `\(runbook.invocation.run("apply"))` first, "
          + "then this runbook again, since steps may need the new ids."
      )
    }
    if runbook.hasSecrets {
      let encodes = runbook.recipes.contains { $0.contains("base64(") }
      lines.append(
        "`$NAME` stands for the value of the secret NAME, which is not shown"
          + (encodes ? ", `base64(…)` for the Base64 of what is between the parentheses." : ".")
      )
    }
    return lines
  }

  static func nothing(_ runbook: Runbook) -> String {
    "Nothing is left to a person in \(runbook.environment)."
  }

  static func count(_ runbook: Runbook) -> String {
    switch runbook.steps.count {
    case 0: "Nothing is left to a person, and something waits."
    case 1: "One step is left to a person."
    case let count: "\(count) steps are left to a person, in this order."
    }
  }

  /// Above the values; nil where they need no heading.
  static func values(_ step: Runbook.Step) -> String? {
    switch step.action {
    case .make where step.isUnseen: "No API tells whether it is there already. It is to be:"
    case .make: nil
    case .confirm: "No API reads this. See that it is:"
    case .change where step.attested.isEmpty: "Whole, to be copied:"
    case .change: "No API reads this, or not all of it. It is to be:"
    case .remove: nil
    }
  }

  static func missing(_ field: Field) -> [String] {
    field.missing.map { address in
      "`(id of \(address))` stands for an id that there is not yet: this runbook shows it once there is."
    }
  }

  /// What is to be known of a text that a copy may not hold.
  static func caution(_ text: String, _ step: Runbook.Step) -> String? {
    if !CopyText.isWhole(text) {
      return "holds what cannot be shown: copy it from \(step.source.file):\(step.source.line)"
    }
    return text.last == "\n" ? "ends with a line break" : nil
  }

  static func wait(_ wait: Runbook.Wait, _ runbook: Runbook) -> String {
    if let emergence = wait.emergence {
      let place = wait.place.map { "; or make it: \($0)" } ?? ""
      return "`\(wait.address)` \(wait.reason): \(emergence)\(place)."
    }
    let needs = wait.needs.map { address in
      "`\(address)`" + (runbook.number(of: address).map { " (step \($0))" } ?? "")
    }
    return "`\(wait.address)` waits for \(needs.joined(separator: ", "))."
  }

  /// What to do at the end; nil where nothing is left.
  static func end(_ runbook: Runbook) -> (sentence: String, command: String) {
    runbook.mustApplyAgain
      ? ("Then write what waited for an id:", runbook.invocation.run("apply"))
      : ("Then see that nothing is left:", runbook.invocation.run("plan"))
  }

  static func targets(_ plan: Plan) -> String {
    plan.targets.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
