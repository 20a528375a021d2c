internal import Diagnostics
internal import Model
internal import Values

/// Holds one condition of a rule against the vocabulary.
struct ConditionCheck {
  private let vocabulary: RuleVocabulary
  private let condition: Members
  private let path: ValuePath
  private var findings: [Finding] = []

  /// What is wrong with `condition`, which stands at `path`.
  static func findings(
    _ condition: Members,
    at path: ValuePath,
    in vocabulary: RuleVocabulary
  ) -> [Finding] {
    var check = ConditionCheck(vocabulary: vocabulary, condition: condition, path: path)
    check.run()
    return check.findings
  }

  private init(vocabulary: RuleVocabulary, condition: Members, path: ValuePath) {
    self.vocabulary = vocabulary
    self.condition = condition
    self.path = path
  }

  private mutating func run() {
    let field = condition["field"]?.leadingText.flatMap { vocabulary.condition($0) }
    if field == nil, let name = condition["field"]?.scalarText { reportUnknownField(name) }
    guard let name = condition["operator"]?.scalarText else { return }
    let known = field.map { Set($0.operators) } ?? Operators.all
    guard known.contains(name) else { return reportUnknownOperator(name, field) }
    let value = condition["value"]
    if Operators.valueless.contains(name) {
      if let value, !value.isEmptyText { reportUnexpectedValue(name) }
    } else if let value, !value.isEmptyText {
      if let field { check(value, name, field) }
    } else if field?.mayBeEmpty == false {
      report(
        code: "missing-value",
        summary: "Missing value",
        detail:
          "\"\(label)\" compared by \"\(name)\" needs something to compare with. Add \"value\".",
        at: path
      )
    }
  }

  private var label: String { condition["field"]?.scalarText ?? "field" }

  private mutating func check(_ value: Value, _ name: String, _ field: ConditionField) {
    guard case .list(let items) = value else {
      return check(item: value, field, at: path.appending("value"))
    }
    guard Operators.inclusion.contains(name), field.takesLists else {
      return report(
        code: "invalid-condition-value",
        summary: "Value does not fit the condition",
        detail: "\"\(label)\" compared by \"\(name)\" takes one value, not a list. "
          + (field.isWords
            ? "Write the words in one text with blanks between."
            : "Write one condition for each value."),
        at: path.appending("value")
      )
    }
    for (index, item) in items.enumerated() {
      check(item: item, field, at: path.appending("value").appending(.index(index)))
    }
  }

  private mutating func check(item: Value, _ field: ConditionField, at path: ValuePath) {
    guard let text = item.scalarText else { return }
    switch field.values {
    case .any, .text, .words: break
    case .number:
      if !text.isNumber {
        report(
          code: "invalid-condition-value",
          summary: "Value does not fit the condition",
          detail: "\"\(label)\" is compared with a number, and \"\(text)\" is none.",
          at: path
        )
      }
    case .channel:
      if Int(text) == nil, Channel.number(of: text) == nil {
        report(unknown: text, among: Channel.names, at: path)
      }
    case .id(let words):
      if !text.isDigits, !words.contains(text) { report(unknownID: text, words: words, at: path) }
    case .choice(let choices):
      if !choices.contains(text) { report(unknown: text, among: choices, at: path) }
    }
  }
}

extension ConditionCheck {
  private mutating func reportUnknownField(_ name: String) {
    let known = vocabulary.conditions.keys.sorted()
    let hint =
      ConditionTable.updates[name] != nil
      ? " It is about an update, and an \(vocabulary.noun) runs without one."
      : ConditionTable.times[name] != nil
        ? " It counts hours, which is for automations."
        : Suggestion.sentence(for: name, in: known)
    report(
      .warning,
      code: "unknown-condition-field",
      summary: "Unknown field of a condition",
      detail: "No field is known by which a \(vocabulary.noun) could test \"\(name)\"." + hint
        + " If the account has it, nothing need be done.",
      at: path.appending("field")
    )
  }

  private mutating func reportUnknownOperator(_ name: String, _ field: ConditionField?) {
    let known = field?.operators ?? Operators.all.sorted()
    let advice: String
    if let meant = Operators.slips[name], known.contains(meant) {
      advice = " Zendesk's API calls it \"\(meant)\"."
    } else if field != nil, Operators.change.contains(name), vocabulary.noun == "automation" {
      advice = " An automation sees no update, so that nothing has changed for it."
    } else {
      advice = Suggestion.sentence(for: name, in: known)
    }
    let list = field == nil ? "" : " Operators: \(known.joined(separator: ", "))."
    report(
      code: "unknown-operator",
      summary: "Unknown operator",
      detail: (field == nil ? "No condition can" : "\"\(label)\" cannot")
        + " be compared by \"\(name)\"." + advice + list,
      at: path.appending("operator")
    )
  }

  private mutating func reportUnexpectedValue(_ name: String) {
    let instead =
      name.hasSuffix("changed") ? " To test for one value, compare by \"value\" instead." : ""
    report(
      code: "unexpected-value",
      summary: "Value without a meaning",
      detail: "\"\(name)\" compares with nothing: remove the value." + instead,
      at: path.appending("value")
    )
  }

  private mutating func report(unknown text: String, among choices: [String], at path: ValuePath) {
    let list = choices.count <= 12 ? " Known: \(choices.joined(separator: ", "))." : ""
    report(
      .warning,
      code: "unknown-value",
      summary: "Unknown value",
      detail: "\"\(text)\" is no value that \"\(label)\" is known to have."
        + Suggestion.sentence(for: text, in: choices) + list,
      at: path
    )
  }

  private mutating func report(unknownID text: String, words: [String], at path: ValuePath) {
    report(.unknownID(text, of: label, words: words, at: path))
  }

  private mutating func report(_ finding: Finding) { findings.append(finding) }

  private mutating func report(
    _ severity: Diagnostic.Severity = .error,
    code: String,
    summary: String,
    detail: String,
    at path: ValuePath
  ) {
    report(Finding(severity, code: code, summary: summary, detail: detail, at: path))
  }
}

extension ConditionField {
  fileprivate var takesLists: Bool {
    switch values {
    case .any, .channel, .id, .choice: true
    case .text, .words, .number: false
    }
  }

  fileprivate var isWords: Bool {
    switch values {
    case .text, .words: true
    default: false
    }
  }
}
