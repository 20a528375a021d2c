internal import Diagnostics
internal import Liquid
internal import Model
internal import Values

extension Lint {
  /// What people write holds quotes and line breaks.
  static let unescapedTextInJSON = Lint(
    code: "unescaped-text-in-json",
    severity: .warning,
    summary: "Text is not escaped for JSON",
    why: """
      A quote, a backslash or a line break in what Braze fills in ends the string it stands in. Zendesk refuses
      the request, Braze does not repeat it, and the message is lost. Behind
      [`json_escape`](https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/liquid/filters)
      any text is safe. A warning, since it works until somebody writes such a text. Attributes of a form of
      their own, such as a date, and custom attributes declared as numbers, booleans or dates need no filter.
      """,
    passing: [
      BrazeExample.request(
        "!json {ticket: {subject: \"{{sms.${inbound_message_body} | json_escape}}\"}}"
      ),
      BrazeExample.request(
        "!json {ticket: {subject: \"{{${gender}}} {{custom_attribute.${vip}}}\"}}",
        more: "  custom_attributes: {vip: {data_type: boolean}}"
      ),
      BrazeExample.request(
        #"'{% assign a = ${city} | strip | json_escape %}{"ticket": {"subject": "{{a}}", "id": {{custom_attribute.${b}}}}}'"#
      ),
      BrazeExample.request(
        "'subject={{${first_name}}}'",
        headers: "{Content-Type: application/x-www-form-urlencoded}"
      ),
    ],
    failing: [
      BrazeExample.request("!json {ticket: {subject: \"⟦{{sms.${inbound_message_body}}}\"}}"),
      BrazeExample.request(
        #"'{% capture a %}Hi {{${first_name}}}{% endcapture %}{"ticket": {"subject": "⟦{{a | strip}}"}}'"#
      ),
      BrazeExample.request(
        #"'{"ticket": {"subject": "⟦{{event_properties.${a}}} ⟦{{custom_attribute.${b}}}"}}'"#
      ),
    ]
  ) { survey in
    let safe = survey.safeAttributes
    return survey.brazeRequests.filter(\.sendsJSON).flatMap { request in
      request.texts.flatMap { text in
        (request.filled?.quoted ?? text.template.outputs).compactMap { output -> Hit? in
          let source = text.index.sources(of: output).first { source in
            source.variable.isWrittenByPeople(except: safe)
              && !source.filters.contains { escaping.contains($0.name.text) }
          }
          return source.map { source in
            text.hit(
              "\(source.variable.description) may hold a quote or a line break, which would end the "
                + "string of JSON that it stands in. Put the filter json_escape behind it.",
              at: output.range.lowerBound
            )
          }
        }
      }
    }
  }

  /// Filters that leave nothing that ends a string of JSON.
  private static let escaping: Set = [
    "json_escape", "as_json_string", "url_encode", "url_param_escape", "base64_encode",
    "base64_url_safe_encode", "md5", "sha1", "sha2", "hmac_sha1_hex", "hmac_sha1_base64",
    "hmac_sha256", "hmac_sha256_hex", "hmac_sha256_base64", "hmac_sha512", "size", "date", "plus",
    "minus", "times", "divided_by", "modulo", "round", "ceil", "floor", "abs", "at_least",
    "at_most", "number_with_delimiter", "money",
  ]
}

extension Survey {
  /// The custom attributes whose values are no texts.
  fileprivate var safeAttributes: Set<String> {
    Set(customAttributeTypes.filter { ["number", "boolean", "date"].contains($0.value) }.keys)
  }
}

extension Variable {
  /// Braze's own attributes that hold what somebody typed.
  ///
  /// https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/liquid/supported_personalization_tags
  private static let typed: Set = ["first_name", "last_name", "email_address", "city"]
  private static let typedNamespaces: Set = [
    "api_trigger_properties", "canvas_entry_properties", "context", "custom_attribute",
    "event_properties",
  ]

  /// Whether what stands for it may be any text at all.
  fileprivate func isWrittenByPeople(except safe: Set<String>) -> Bool {
    guard let key else { return false }
    guard let namespace else { return Self.typed.contains(key) }
    if ["sms", "whats_app"].contains(namespace) { return key == "inbound_message_body" }
    return Self.typedNamespaces.contains(namespace)
      && !(customAttribute.map(safe.contains) ?? false)
  }
}
