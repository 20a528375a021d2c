internal import Model
internal import Values

/// The conditions and actions that triggers and automations have in common.
enum RuleSchema {
  static let conditions: Schema = [
    "all": Attribute(.list(.object(condition)), "Conditions that must all hold."),
    "any": Attribute(.list(.object(condition)), "Conditions of which one must hold."),
  ]

  private static let condition: Schema =
    ([
      "field": Attribute(.text, "What is looked at.").required,
      "operator": Attribute(.text, "How it is compared.").required,
      "value": Attribute(
        .either([.text, .list(.text)]),
        "What it is compared with; none for changed, not_changed, present and not_present."
      ),
    ] as Schema).normalised(by: withChannelNumbers)

  static let action: Schema =
    ([
      "field": Attribute(.text, "What is set or done.").required,
      "value": Attribute(
        .either([.body, .list(.either([.body, .list(.text)]))]),
        "The new value, or the parts of a notification."
      ),
    ] as Schema).normalised(by: withLowerCaseTags)

  /// Channels may be written by name; the API has numbers.
  @Sendable private static func withChannelNumbers(_ condition: Members) -> Members {
    guard ["via_id", "current_via_id"].contains(condition["field"]?.text) else { return condition }
    var numbered = condition
    switch condition["value"] {
    case .string(let name)?: numbered["value"] = .string(Channel.number(of: name) ?? name)
    case .list(let names)?:
      numbered["value"] = .list(
        names.map { name in name.text.flatMap(Channel.number).map(Value.string) ?? name }
      )
    default: break
    }
    return numbered
  }

  /// Zendesk lower-cases tags when it stores them.
  @Sendable private static func withLowerCaseTags(_ action: Members) -> Members {
    guard ["set_tags", "current_tags", "remove_tags"].contains(action["field"]?.text),
      case .string(let tags)? = action["value"]
    else { return action }
    var lowered = action
    lowered["value"] = .string(tags.lowercased())
    return lowered
  }
}
