internal import Diagnostics
internal import YAML

extension Findings {
  /// The variables that `node` declares: plain data of any type under a name.
  mutating func variables(of node: Node) -> Variables {
    var variables = Variables()
    for entry in optionalEntries(of: node, label: "variables") ?? [] {
      if !Variables.isName(entry.key) {
        reportInvalidName(
          entry.key,
          at: entry.keyRange,
          rule: "The name of a variable consists of letters, digits, \"_\" and \"-\"."
        )
      }
      // A bad value is reported here; the name counts all the same, lest its uses be reported too.
      checkPlain(entry.value, label: entry.key)
      variables.declare(entry.key, entry.value)
    }
    return variables
  }

  private mutating func checkPlain(_ node: Node, label: String) {
    guard isPlain(node, label: label) else { return }
    switch node.content {
    case .scalar: break
    case .sequence(let items): for item in items { checkPlain(item, label: label) }
    case .mapping(let entries):
      for entry in entries { checkPlain(entry.value, label: label) }
    }
  }

  mutating func reportInvalidName(_ name: String, at range: SourceRange, rule: String) {
    report("invalid-name", "Invalid name", "\"\(name)\" cannot be a name here. " + rule, at: range)
  }

  mutating func reportNoEnvironments(at range: SourceRange?) {
    report(
      "no-environments",
      "No environments",
      "The spec does not say what it is applied to. Begin with the embedded emulator, which needs "
        + "no account:\n\n    environments:\n      local:\n        emulator: .lockstep/local",
      at: range
    )
  }

  mutating func reportClearText(_ label: String, at range: SourceRange) {
    report(
      "secret-in-clear-text",
      "Secret in clear text",
      "\"\(label)\" is a secret and must not be written down. Put it into the process environment "
        + "and write !env NAME here; if it was ever committed, have it replaced by a new one.",
      at: range,
      concealingLine: true
    )
  }
}
