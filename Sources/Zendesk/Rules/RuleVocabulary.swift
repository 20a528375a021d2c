/// The fields and actions that one sort of rules has.
struct RuleVocabulary: Sendable {
  /// What a sentence calls such a rule.
  let noun: String
  let conditions: [String: ConditionField]
  /// Families of fields by what their names begin with.
  let families: [(prefix: String, field: ConditionField)]
  let actions: [String: ActionForm]

  /// The field called `name`; nil if the table does not know it.
  func condition(_ name: String) -> ConditionField? {
    conditions[name]
      ?? families.first { name.hasPrefix($0.prefix) && name != $0.prefix }?.field
  }

  /// The action called `name`; nil if the table does not know it.
  func action(_ name: String) -> ActionForm? {
    if let form = actions[name] { return form }
    let isCustom = families.contains { name.hasPrefix($0.prefix) && name != $0.prefix }
    return isCustom ? .any : nil
  }

  static let trigger = RuleVocabulary(
    noun: "trigger",
    conditions: ConditionTable.common.merging(ConditionTable.updates) { $1 },
    families: [
      (
        "custom_fields_",
        ConditionField(Operators.custom + Operators.change, .any, mayBeEmpty: true)
      ),
      ("requester.custom_fields.", ConditionField(Operators.custom, .any, mayBeEmpty: true)),
      ("organization.custom_fields.", ConditionField(Operators.custom, .any, mayBeEmpty: true)),
    ],
    actions: ActionTable.actions
  )

  /// An automation runs by the clock: no update is there whose author, comment or changes it could see.
  static let automation = RuleVocabulary(
    noun: "automation",
    conditions: ConditionTable.common.mapValues(\.withoutChange)
      .merging(ConditionTable.times) { $1 },
    families: trigger.families.map { ($0.prefix, $0.field.withoutChange) },
    actions: ActionTable.actions
  )
}

extension ConditionField {
  fileprivate var withoutChange: ConditionField {
    ConditionField(
      operators.filter { !Operators.change.contains($0) },
      values,
      mayBeEmpty: mayBeEmpty
    )
  }
}
