internal import Diagnostics
internal import Liquid
internal import Model
internal import Values

extension Lint {
  /// Braze neither saves nor sends what it cannot read.
  static let malformedLiquid = Lint(
    code: "malformed-liquid",
    severity: .error,
    summary: "Malformed Liquid",
    why: """
      Braze refuses a content block with it, `Content contains malformed liquid`, and does not send a message.
      [Each sort of it](Diagnostics.md#liquid) has a name and examples. Behind `!json`, write text inside of Liquid
      in single quotes: a double one reaches Braze with a backslash before it.
      """,
    passing: [
      BrazeExample.request("!json {ticket: {subject: \"{% if ${first_name} %}Hi{% endif %}\"}}"),
      BrazeExample.request(
        "!json {ticket: {subject: '{{${gender} | default: ''none''}}, \"{{${country}}}\"'}}"
      ),
      BrazeExample.request("'{\"ticket\": {\"subject\": \"{{${gender} | default: \"none\"}}\"}}'"),
      block("'{% assign number = {{custom_attribute.${ticket}}} | plus: 0 %}{{number}}'"),
    ],
    failing: [
      block("'⟦{% if ${first_name} %}Hello'"), block("'Hello ⟦{{${first_name}'"),
      BrazeExample.request("'{\"ticket\": {\"subject\": \"{{${gender} | default: ⟦“none”}}\"}}'"),
      BrazeExample.request("!json {ticket: {subject: ⟦'{{${gender} | default: \"none\"}}'}}"),
      BrazeExample.request("!json {}", url: "'https://a.example/{{${user_id} | ⟦}}'"),
    ]
  ) { survey in
    let quoted = survey.brazeTexts.filter(\.breaksInJSON).map { text in
      Hit(
        address: text.address,
        path: text.path,
        detail:
          "Behind !json, a double quote reaches Braze as \\\", which Liquid cannot read inside "
          + "of {{ }} and {% %}. Write single quotes there."
      )
    }
    let malformed = survey.liquidProblems { ![.unknownTag, .unknownFilter].contains($0) }
    return quoted
      + malformed.map { text, problem in
        text.hit(
          "\(problem.summary) (\(problem.code.rawValue)): \(problem.detail)",
          at: problem.range.lowerBound
        )
      }
  }

  private static func block(_ content: String) -> String {
    """
    braze:
      content_blocks:
        block: {name: block, content: \(content)}
    """
  }
}

extension BrazeText {
  /// Whether it is in order as it is written, and no more as JSON writes it.
  fileprivate var breaksInJSON: Bool {
    guard isInJSON, template.text.contains("\""), !template.isMalformed else { return false }
    let escaped = template.text.replacing("\"", with: "\\\"")
    return Template(escaped, dialect: template.dialect).isMalformed
  }
}
