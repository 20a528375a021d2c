internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// A rule or a placeholder names a custom field by its key, and Zendesk fills in nothing where there
  /// is none.
  ///
  /// A spec that declares no such fields leaves them to others, and nothing is said.
  static let undeclaredCustomField = Lint(
    code: "undeclared-custom-field",
    severity: .warning,
    summary: "Custom field is not declared",
    why: """
      Zendesk fills in nothing for a field that it does not know, and says nothing. A warning, since an account
      may have fields that no spec declares; a spec that declares no such fields at all is told nothing.
      """,
    passing: [
      rule("requester.custom_fields.level", "{{ticket.assignee.custom_fields.level}}"),
      rule("status", "no placeholder: ticket.requester.custom_fields.lvel"),
      rule("status", "{{ticket.organization.custom_fields.level}}"),
    ],
    failing: [
      rule("⟦requester.custom_fields.levle", ""),
      rule("status", "'{{ticket.id}} {{ticket.requester.custom_fields.⟦levle | upcase}}'"),
      rule("status", "'{% if current_user.custom_fields.⟦rank == 1 %}'"),
      rule("status", "!json {a: [⟦!var text]}"),
      rule("requester.custom_fields.level", "{{ticket.submitter.custom_fields.⟦gone}}"),
    ]
  ) { survey in
    let families = survey.customFields
    guard !families.isEmpty else { return [] }
    var hits: [Hit] = []
    for resource in survey.resources {
      for (name, value) in resource.attributes {
        for mention in value.customFieldMentions(at: [.key(name)]) {
          guard let family = families[mention.family], !family.declared.contains(mention.key) else {
            continue
          }
          // A search for a close name costs time, which a spec with many slips need not.
          let candidates = hits.count < 20 ? family.declared.sorted() : []
          let advice =
            family.absent.contains(mention.key)
            ? " It is declared absent, so that it will be deleted."
            : Suggestion.sentence(for: mention.key, in: candidates)
              + " If the account has it otherwise, nothing need be done."
          hits.append(
            Hit(
              address: resource.address,
              path: mention.path,
              detail: "The spec declares no \(family.noun) \"\(mention.key)\"." + advice,
              offset: mention.offset
            )
          )
        }
      }
    }
    return hits
  }

  private static func rule(_ field: String, _ text: String) -> String {
    """
    zendesk:
      user_fields:
        level: {title: Level}
        gone: {absent: true}
      triggers:
        rule:
          title: A
          conditions: {all: [{field: \(field), operator: is, value: open}]}
          actions: [{field: notification_user, value: [requester_id, Hello, \(quoted(text))]}]
    """
  }

  private static func quoted(_ text: String) -> String {
    text.hasPrefix("'") || text.hasPrefix("!") ? text : "'\(text)'"
  }
}

/// The custom fields of one kind that a spec knows, by key.
struct CustomFieldFamily {
  let noun: String
  var declared: Set<String> = []
  var absent: Set<String> = []
}

extension Survey {
  /// The custom fields that the spec declares, by how conditions begin to name them:
  /// `requester.custom_fields.`.
  var customFields: [String: CustomFieldFamily] {
    var families: [String: CustomFieldFamily] = [:]
    for resource in resources + absent {
      guard case .identity(let pattern)? = resource.kind.mentionedAs, let key = resource.identity
      else { continue }
      let family = String(pattern.prefix { $0 != "*" })
      families[family, default: CustomFieldFamily(noun: resource.kind.noun)]
        .add(key, isAbsent: resource.isAbsent)
    }
    return families
  }
}

extension CustomFieldFamily {
  fileprivate mutating func add(_ key: String, isAbsent: Bool) {
    if isAbsent { absent.insert(key) } else { declared.insert(key) }
  }
}
