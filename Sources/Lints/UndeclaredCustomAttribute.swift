internal import Braze
internal import Diagnostics
internal import Liquid
internal import Model
internal import Values

extension Lint {
  /// A name with a slip in it is another attribute, which is empty.
  static let undeclaredCustomAttribute = Lint(
    code: "undeclared-custom-attribute",
    severity: .warning,
    summary: "Custom attribute is not declared",
    why: """
      Braze makes an attribute of any name that it is sent, and fills in nothing for one that a user does not
      have: a slip goes unnoticed. A warning, since the workspace may have it without the spec; a spec that declares
      no custom attributes at all is told nothing.
      """,
    passing: [
      spec(liquid: "ticket.a", sent: "ticket", asked: "ticket"),
      spec(liquid: "ticket", sent: "email", asked: "!ref braze.custom_attributes.ticket"),
    ],
    failing: [
      spec(liquid: "tikcet", sent: "ticket", asked: "ticket", marks: ["⟦", "", ""]),
      spec(liquid: "ticket", sent: "tickets", asked: "⟦tiket", marks: ["", "⟦", ""]),
    ]
  ) { survey in
    let kind = Kind.customAttribute.name
    let declared = Set(survey.resources.filter { $0.kind.name == kind }.compactMap(\.identity))
    guard !declared.isEmpty else { return [] }
    var count = 0
    func detail(_ name: String) -> String? {
      if declared.contains(name) { return nil }
      if let root = name.split(separator: ".").first, declared.contains(String(root)) { return nil }
      count += 1
      return "The spec declares no custom attribute \"\(name)\"."
        + Suggestion.sentence(for: name, in: count <= 20 ? declared.sorted() : [])
        + " If it is meant, declare it under custom_attributes."
    }
    var hits: [Hit] = []
    for text in survey.brazeTexts {
      for (name, offset) in text.firstMentions(\.customAttribute) {
        guard let detail = detail(name) else { continue }
        hits.append(text.hit(detail, at: offset))
      }
    }
    for condition in survey.attributeConditions {
      guard let detail = detail(condition.name) else { continue }
      hits.append(Hit(address: condition.address, path: condition.path, detail: detail))
    }
    for message in survey.brazeMessages {
      for attribute in message.attributes where !ProfileFields.all.contains(attribute.name) {
        guard let detail = detail(attribute.name) else { continue }
        hits.append(
          Hit(
            address: message.sender,
            path: attribute.value.path,
            detail: detail,
            offset: attribute.value.offset
          )
        )
      }
    }
    return hits
  }

  private static func spec(
    liquid: String,
    sent: String,
    asked: String,
    marks: [String] = ["", "", ""]
  ) -> String {
    BrazeExample.trigger(
      "{attributes: [{external_id: u1, \(sent): \(marks[1])5}]}",
      endpoint: "/users/track",
      campaign: BrazeExample.sms(
        "'{{\(marks[0])custom_attribute.${\(liquid)}}}'",
        delivery: "{type: scheduled, schedule: daily}"
      ) + "\n      audience: [{custom_attribute: \(asked), comparison: exists}]"
        + "\n  custom_attributes: {ticket: {data_type: number}}"
    )
  }
}
