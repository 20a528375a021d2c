internal import Braze
internal import Diagnostics
internal import Liquid
internal import Model
internal import Values

extension Lint {
  /// Names of Zendesk, of profiles without `${}` or with a slip in them.
  static let unfilledLiquidName = Lint(
    code: "unfilled-liquid-name",
    severity: .warning,
    summary: "Braze fills in nothing for this name",
    why: """
      Braze reads [its own attributes](https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/liquid/supported_personalization_tags)
      as `{{${first_name}}}`. It takes `{{first_name}}` for a variable that nobody assigned, knows nothing of Zendesk's
      placeholders, and fills in nothing for either; what stands outside of braces it sends as it is. A warning,
      since a message may give such a name a value in a content block.
      """,
    passing: [
      block("{{${first_name} | default: 'you'}} {{custom_attribute.${frist_name}}} ${price}"),
      block("{% assign first_name = 'you' %}{{first_name}} {{ticket}} {{${shoe_size}}}"),
      block("{% for ticket in tickets %}{{ticket.id}}{% endfor %}"),
      block("<!-- ${first_name} -->{% comment %}${city}{% endcomment %}"),
    ],
    failing: [
      block("{{⟦first_name}}"), block("{{⟦ticket.id}} {{⟦${frist_name}}}"), block("{{⟦${email}}}"),
      block("Hello ⟦${first_name}"), block("{% if ⟦ticket.status == 'open' %}a{% endif %}"),
    ]
  ) { survey in
    survey.brazeTexts.flatMap { slips(in: $0) } + survey.resources.flatMap { bareKeys(in: $0) }
  }

  /// What Zendesk's placeholders begin with.
  private static let zendeskNames: Set = ["ticket", "current_user", "satisfaction", "dc"]

  private static func slips(in text: BrazeText) -> [Hit] {
    let bound = Set(text.index.bindings.map(\.name.text))
    // What a content block assigns, the message around it sees.
    let mayBeBound = !text.blocks.isEmpty
    var seen: Set<String> = []
    return text.index.mentions.compactMap { mention in
      let variable = mention.variable
      guard let detail = detail(variable, isBound: { mayBeBound || bound.contains($0) }),
        seen.insert(variable.description).inserted
      else { return nil }
      return text.hit(detail, at: variable.range.lowerBound)
    }
  }

  private static func detail(_ variable: Variable, isBound: (String) -> Bool) -> String? {
    switch variable.root {
    case .name(let name) where !isBound(name):
      if !variable.path.isEmpty {
        guard zendeskNames.contains(name) else { return nil }
        return
          "\"\(variable.description)\" is a placeholder of Zendesk, of which Braze knows nothing. "
          + "Have the trigger send it in trigger_properties, and read it by "
          + "{{api_trigger_properties.${NAME}}}."
      }
      guard let key = UserAttribute.named(name) else { return nil }
      return "\"\(name)\" is a variable that nothing gives a value. The user's is {{${\(key)}}}."
    case .attribute(nil, let key) where !UserAttribute.all.contains(key):
      guard let meant = UserAttribute.closest(to: key) else {
        return nil
      }
      return "Users have no attribute \"${\(key)}\". Did you mean \"${\(meant)}\"?"
    default: return nil
    }
  }

  /// `${first_name}` outside of any braces.
  private static func bareKeys(in resource: Resource) -> [Hit] {
    var hits: [Hit] = []
    for name in ["content", "sms", "webhook", "steps"] {
      guard resource.address.system == Kind.campaign.system else { break }
      resource.attributes[name]?.forEachText(at: [.key(name)]) { written in
        for (key, offset) in UserAttribute.bareKeys(in: written.text) {
          hits.append(
            Hit(
              address: resource.address,
              path: written.path,
              detail: "\"${\(key)}\" stands outside of braces and is sent as it is. Write "
                + "{{${\(key)}}}.",
              offset: written.isVerbatim ? offset : nil
            )
          )
        }
      }
    }
    return hits
  }

  private static func block(_ content: String) -> String {
    """
    braze:
      content_blocks:
        greeting: {name: greeting, content: "\(content)"}
    """
  }
}
