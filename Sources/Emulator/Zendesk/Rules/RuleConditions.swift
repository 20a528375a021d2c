internal import Values

/// The conditions of a trigger or an automation as a request gives them.
struct RuleConditions {
  private(set) var all: [Condition] = []
  private(set) var any: [Condition] = []

  struct Condition {
    var field: String
    var test: String?
    var value: Value
  }

  /// None at all, which no rule may have.
  init() {}

  /// Reads `conditions`, or the older `all` and `any` at the top level; nil if none is there.
  init?(_ rule: Parameters) throws(Refusal) {
    let isNested = rule.has("conditions")
    guard isNested || rule.has("all") || rule.has("any") else { return nil }
    let lists = isNested ? try rule.object("conditions") : rule
    for item in try lists?.objects("all") ?? [] { all.append(try Self.condition(item)) }
    for item in try lists?.objects("any") ?? [] { any.append(try Self.condition(item)) }
  }

  var each: [Condition] { all + any }

  /// As a rule shows them.
  var value: Value {
    ["all": .list(all.map { Self.shown($0) }), "any": .list(any.map { Self.shown($0) })]
  }

  func check(_ type: RuleType, _ errors: inout RecordErrors) {
    if all.isEmpty, any.isEmpty {
      errors.add("base", "Invalid conditions. You must select at least one condition")
    }
    for condition in each {
      if let fault = Self.fault(in: condition, of: type) { errors.add("base", fault) }
    }
  }

  private static func condition(_ item: Parameters) throws(Refusal) -> Condition {
    let value = item.members["value"] ?? .null
    switch value {
    case .null, .string: break
    case .list(let items):
      guard items.allSatisfy({ $0.text != nil }) else { throw item.wrong("value", "a string") }
    default: throw item.wrong("value", "a string")
    }
    return Condition(
      field: try item.text("field") ?? "",
      test: try item.text("operator"),
      value: value
    )
  }

  /// The wording for anything but a bad value is unconfirmed.
  private static func fault(in condition: Condition, of type: RuleType) -> String? {
    guard let field = ConditionField.named(condition.field, in: type) else {
      return "Invalid field '\(condition.field)'"
    }
    let test = condition.operatorOrDefault
    guard field.operators?.contains(test) ?? !test.isEmpty else {
      return "Invalid operator '\(test)' in '\(field.title)'"
    }
    guard !ConditionField.valueless.contains(test) else { return nil }
    let text = condition.value.text ?? ""
    let isKnown = field.values?.contains(text) ?? true
    let needsNumber = condition.field.hasSuffix("via_id") || ConditionField.isTime(condition.field)
    let isNumber = !needsNumber || condition.value.isListOfText || Int(text) != nil
    guard !isKnown || !isNumber else { return nil }
    return "Invalid value '\(text)' in '\(field.title) / \(title(of: test)) / \(text)'"
  }

  private static func title(of test: String) -> String {
    let words = test.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What needs no value reads back as null, and whether a comment is public as a boolean.
  private static func shown(_ condition: Condition) -> Value {
    let test = condition.operatorOrDefault
    let value: Value
    switch (condition.field, condition.value) {
    case _ where ConditionField.valueless.contains(test): value = .null
    case ("comment_is_public", "true"): value = true
    case ("comment_is_public", "false"): value = false
    default: value = condition.value
    }
    return ["field": .string(condition.field), "operator": .string(test), "value": value]
  }
}

extension RuleConditions.Condition {
  /// These two fields are documented with their operator left out, which is then `is`.
  fileprivate var operatorOrDefault: String {
    test ?? (["update_type", "comment_is_public"].contains(field) ? "is" : "")
  }
}

extension Value {
  fileprivate var isListOfText: Bool { items?.allSatisfy { $0.text != nil } ?? false }
}
