internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// Braze compares types, not spellings.
  static let attributeOfOtherType = Lint(
    code: "attribute-of-other-type",
    severity: .warning,
    summary: "Text for a boolean, or a boolean for text",
    why: """
      Braze takes the type of a custom attribute from what it is sent: `"true"` makes it a text, and an audience
      that asks for the boolean `true` never holds; likewise the other way round. What counts is the declared
      `data_type`, or else what audiences compare with. A warning, since a type that somebody chose in the
      dashboard may convert what comes.
      """,
    passing: [
      spec(sent: "true", compared: "true"), spec(sent: "'true'", compared: "'true'"),
      spec(sent: "'{{ticket.id}}'", compared: "true"), spec(sent: "'maybe'", compared: "true"),
      spec(sent: "false", compared: "false", declared: "boolean"),
      spec(sent: "true", compared: "5"),
    ],
    failing: [
      spec(sent: "⟦'true'", compared: "true"), spec(sent: "⟦false", compared: "'false'"),
      spec(sent: "⟦'false'", compared: "⟦'true'", declared: "boolean"),
      spec(sent: "⟦false", compared: "⟦true", declared: "string"),
    ]
  ) { survey in
    let declared = survey.customAttributeTypes
    let conditions = survey.attributeConditions
    var compared: [String: Set<String>] = [:]
    for condition in conditions {
      if let type = condition.value?.flagType { compared[condition.name, default: []].insert(type) }
    }
    let sent = survey.brazeMessages.flatMap { message in
      message.attributes.compactMap { attribute -> Hit? in
        let wanted = declared[attribute.name].map { [$0] } ?? compared[attribute.name] ?? []
        guard let type = attribute.value.flagType, let other = wanted.first, wanted.count == 1,
          isOpposite(type, other)
        else { return nil }
        return Hit(
          address: message.sender,
          path: attribute.value.path,
          detail: detail(attribute.name, sent: type, meant: other),
          offset: attribute.value.offset
        )
      }
    }
    let asked = conditions.compactMap { condition -> Hit? in
      guard let type = condition.value?.flagType, let other = declared[condition.name],
        isOpposite(type, other)
      else { return nil }
      return Hit(
        address: condition.address,
        path: condition.valuePath,
        detail: "\"\(condition.name)\" is declared as a \(other), and is compared with a \(type), "
          + "which never holds. Make them the same."
      )
    }
    return sent + asked
  }

  private static func isOpposite(_ type: String, _ other: String) -> Bool {
    Set([type, other]) == ["string", "boolean"]
  }

  private static func detail(_ name: String, sent: String, meant: String) -> String {
    sent == "string"
      ? "\"\(name)\" is a boolean for those who ask for it, and here it is sent as text. Write true or "
        + "false without quotes."
      : "\"\(name)\" is a text for those who ask for it, and here it is sent as a boolean. Write it in "
        + "quotes."
  }

  private static func spec(sent: String, compared: String, declared: String? = nil) -> String {
    let audience = "[{custom_attribute: open, comparison: equals, value: \(compared)}]"
    let attributes = declared.map { "\n  custom_attributes: {open: {data_type: \($0)}}" } ?? ""
    return BrazeExample.trigger(
      "{attributes: [{external_id: 'u1', open: \(sent)}]}",
      endpoint: "/users/track",
      campaign: BrazeExample.sms("Hello", delivery: "{type: scheduled, schedule: daily}")
        + "\n      audience: \(audience)" + attributes
    )
  }
}

extension Value {
  /// What Braze would take this for, where it is true or false in one spelling or the other.
  fileprivate var flagType: String? {
    if boolean != nil { return "boolean" }
    return self == "true" || self == "false" ? "string" : nil
  }
}

extension BodyNode {
  fileprivate var flagType: String? {
    if type == .boolean { return "boolean" }
    return text == "true" || text == "false" ? "string" : nil
  }
}
