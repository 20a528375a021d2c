internal import Diagnostics
internal import Model
internal import Values

/// Holds one action of a rule against the vocabulary.
struct ActionCheck {
  private let vocabulary: RuleVocabulary
  private let name: String
  private let path: ValuePath

  /// What is wrong with `action`, which stands at `path`.
  static func findings(
    _ action: Members,
    at path: ValuePath,
    in vocabulary: RuleVocabulary
  ) -> [Finding] {
    guard let name = action["field"]?.leadingText else { return [] }
    let check = ActionCheck(vocabulary: vocabulary, name: name, path: path)
    guard let form = vocabulary.action(name) else { return [check.unknown] }
    return check.findings(action["value"] ?? .null, as: form)
  }

  private var valuePath: ValuePath { path.appending("value") }

  private var unknown: Finding {
    Finding(
      .warning,
      code: "unknown-action",
      summary: "Unknown action",
      detail: "No action of a \(vocabulary.noun) is known by the name \"\(name)\"."
        + Suggestion.sentence(for: name, in: vocabulary.actions.keys.sorted())
        + " If the account has it, nothing need be done.",
      at: path.appending("field")
    )
  }

  private func findings(_ value: Value, as form: ActionForm) -> [Finding] {
    switch form {
    case .any: return []
    case .text: return one(value, mayBeEmpty: false).map { [$0] } ?? []
    case .choice(let choices):
      if let wrong = one(value, mayBeEmpty: false) { return [wrong] }
      guard let text = value.scalarText, !choices.contains(text) else { return [] }
      return [unknown(text, among: choices)]
    case .id(let words, let mayBeEmpty):
      if let wrong = one(value, mayBeEmpty: mayBeEmpty) { return [wrong] }
      guard let text = value.scalarText, !text.isEmpty, !text.isDigits, !words.contains(text)
      else { return [] }
      return [.unknownID(text, of: name, words: words, at: valuePath)]
    case .list: return value.items == nil ? [invalid("needs a list of parts.")] : []
    case .parts(let parts, let recipients): return self.parts(value, parts, recipients)
    case .webhook: return webhook(value)
    }
  }

  /// What is wrong with `value` as a single one; nil if nothing is.
  private func one(_ value: Value, mayBeEmpty: Bool) -> Finding? {
    if value.items != nil {
      return invalid(
        name.hasSuffix("tags")
          ? "takes one text, the tags with blanks between: \"first second\"."
          : "takes one value, not a list."
      )
    }
    return value.isEmptyText && !mayBeEmpty ? invalid("needs a value.") : nil
  }

  private func parts(_ value: Value, _ parts: [String], _ recipients: [String]) -> [Finding] {
    guard let items = value.items, items.count == parts.count,
      items[0].items == nil, !items.contains(.null)
    else {
      return [invalid("needs a list of \(parts.count): \(parts.joined(separator: ", ")).")]
    }
    guard let text = items[0].scalarText, !text.isDigits, !recipients.contains(text) else {
      return []
    }
    return [.unknownID(text, of: name, words: recipients, at: valuePath.appending(0))]
  }

  private func webhook(_ value: Value) -> [Finding] {
    guard let items = value.items, (1...2).contains(items.count), items[0].items == nil,
      !items[0].isEmptyText
    else { return [invalid("needs a list of two: !ref to the webhook, and the body.")] }
    // A webhook's id is a ULID; nothing is said about one that looks likely.
    guard let text = items[0].scalarText, text.utf8.count != 26 else { return [] }
    return [.unknownID(text, of: name, words: [], at: valuePath.appending(0))]
  }

  private func unknown(_ text: String, among choices: [String]) -> Finding {
    Finding(
      .warning,
      code: "unknown-value",
      summary: "Unknown value",
      detail: "\"\(text)\" is no value that \"\(name)\" is known to take."
        + Suggestion.sentence(for: text, in: choices)
        + " Known: \(choices.joined(separator: ", ")).",
      at: valuePath
    )
  }

  private func invalid(_ what: String) -> Finding {
    Finding(
      code: "invalid-action-value",
      summary: "Value does not fit the action",
      detail: "\"\(name)\" " + what,
      at: valuePath
    )
  }
}
