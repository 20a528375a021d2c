internal import Diagnostics
internal import Model
internal import Values

/// The fields, operators, values and actions that one account has for its triggers.
///
/// https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/#list-trigger-action-and-condition-definitions
struct RuleDefinitions: Sendable {
  fileprivate struct Subject: Sendable {
    /// Nil for an action.
    let operators: Set<String>?
    /// Nil where any value will do.
    let values: Set<String>?
  }

  private let lists: [(path: ValuePath, subjects: [String: Subject])]
  private let known: Set<String>

  /// The rule that `answer` comes to; nil where it is not what the API promises.
  ///
  /// Fields among `known` are about to be made.
  @Sendable static func check(_ answer: Value, _ known: Set<String>) -> Kind.Check? {
    guard let definitions = RuleDefinitions(answer, known) else { return nil }
    return { definitions.findings(in: $0) }
  }

  private init?(_ answer: Value, _ known: Set<String>) {
    let keys: [(String, ValuePath)] = [
      ("conditions_all", ["conditions", "all"]), ("conditions_any", ["conditions", "any"]),
      ("actions", ["actions"]),
    ]
    var lists: [(path: ValuePath, subjects: [String: Subject])] = []
    for (key, path) in keys {
      guard let items = answer["definitions"]?[key]?.items else { return nil }
      let pairs = items.compactMap { item in
        item["subject"]?.text.map { ($0, Subject(item)) }
      }
      lists.append((path, Dictionary(pairs, uniquingKeysWith: { $0.merging($1) })))
    }
    self.lists = lists
    self.known = known
  }

  private func findings(in rule: Members) -> [Finding] {
    lists.flatMap { path, subjects in
      RuleCheck.parts(of: rule, path).flatMap { findings(in: $0, subjects) }
    }
  }

  private func findings(in part: RuleCheck.Part, _ subjects: [String: Subject]) -> [Finding] {
    guard let field = part.members["field"]?.scalarText, !known.contains(field) else { return [] }
    guard let subject = subjects[field] else {
      return [
        unknown("field", field, of: "triggers here", Array(subjects.keys), part, "field")
      ]
    }
    if let name = part.members["operator"]?.scalarText, let operators = subject.operators,
      !operators.contains(name)
    {
      return [unknown("operator", name, of: field, Array(operators), part, "operator")]
    }
    guard let values = subject.values, let value = part.members["value"] else { return [] }
    guard let items = value.items else {
      return self.value(value, of: field, values, part, []).map { [$0] } ?? []
    }
    // Of an action's parts the first is the recipient, which is what the list is of.
    let listed = subject.operators == nil ? items.prefix(1) : items[...]
    return listed.enumerated().compactMap { index, item in
      self.value(item, of: field, values, part, [.index(index)])
    }
  }

  private func value(
    _ value: Value,
    of field: String,
    _ values: Set<String>,
    _ part: RuleCheck.Part,
    _ steps: [ValuePath.Step]
  ) -> Finding? {
    guard let text = value.scalarText, !text.isEmpty, !values.contains(text),
      Channel.number(of: text).map(values.contains) != true
    else { return nil }
    return unknown("value", text, of: field, Array(values), part, "value", steps)
  }

  private func unknown(
    _ what: String,
    _ text: String,
    of owner: String,
    _ candidates: [String],
    _ part: RuleCheck.Part,
    _ key: ValuePath.Step,
    _ steps: [ValuePath.Step] = []
  ) -> Finding {
    Finding(
      .warning,
      code: "not-in-account",
      summary: "The account does not know this",
      detail: "The account lists no \(what) \"\(text)\" for \(owner)."
        + Suggestion.sentence(for: text, in: candidates.sorted())
        + " Zendesk may refuse the rule, or it may never run.",
      at: ValuePath(part.path.steps + [key] + steps)
    )
  }
}

extension RuleDefinitions.Subject {
  fileprivate init(_ item: Value) {
    operators = item["operators"]?.items.map { Set($0.compactMap { $0["value"]?.text }) }
    let listed = item["values"]?.items?.compactMap { $0["value"]?.scalarText } ?? []
    // Texts and tags have no list, and lists of many objects are cut short to nothing.
    values = listed.isEmpty ? nil : Set(listed)
  }

  /// A field that stands on the list several times has what all of them have.
  fileprivate func merging(_ other: RuleDefinitions.Subject) -> RuleDefinitions.Subject {
    RuleDefinitions.Subject(
      operators: operators.map { $0.union(other.operators ?? []) },
      values: values.flatMap { values in other.values.map { values.union($0) } }
    )
  }
}
