internal import Model
internal import Values

/// What custom fields of users, organizations and tickets have in common.
enum CustomFieldSchema {
  /// The fields of a profile that Zendesk itself made: nothing but their activity and place can change.
  static let system = Criterion("system", is: true)

  /// The attributes of a field on the profile of `owner`, such as a user.
  static func profile(of owner: String) -> Schema {
    [
      "key": Attribute(
        .text,
        "The name in the API and in placeholders; the resource's name in the spec."
      ).required.immutable,
      "type": Attribute(
        .choice([
          "text", "textarea", "checkbox", "date", "integer", "decimal", "regexp", "dropdown",
          "lookup", "multiselect",
        ]),
        "What the field holds."
      ).defaulting(to: "text").immutable,
      "title": title,
      "description": Attribute(.text, "What the field is for; may be dynamic content.")
        .read(from: "raw_description"),
      "active": active,
      "regexp_for_validation": regexp,
      "tag": Attribute(.text, "The tag a ticked checkbox adds, for type checkbox."),
      "custom_field_options": Attribute(
        .list(.object(option)),
        "The choices of a dropdown or multiselect, in their order."
      ).matched(by: "value", carrying: "id", losing: "the choice of every \(owner) who has it"),
      "relationship_target_type": relationshipTarget,
      "relationship_filter": relationshipFilter,
      "position": position,
      "system": Attribute(.boolean, "Whether Zendesk itself made the field.").readOnly,
    ]
  }

  static let title = Attribute(.text, "The label agents see; may be dynamic content.")
    .required.trimmed.read(from: "raw_title")
  static let active = Attribute(.boolean, "Whether the field is in use.")
  static let regexp = Attribute(.text, "What a value must match, for type regexp.")
  static let position = Attribute(.integer, "Its place among the fields.").readOnly

  static let relationshipTarget = Attribute(
    .text,
    "What a lookup points to, such as zen:organization."
  ).immutable

  static let relationshipFilter = Attribute(
    .object([
      "all": Attribute(.list(.object(filterCondition)), "Conditions that must all hold."),
      "any": Attribute(.list(.object(filterCondition)), "Conditions of which one must hold."),
    ]),
    "Which objects a lookup offers."
  )

  static let option: Schema = [
    "name": Attribute(.text, "What agents see; may be dynamic content.")
      .required.read(from: "raw_name"),
    "value": Attribute(.text, "The tag that stands for the choice; it identifies the choice.")
      .required,
  ]

  private static let filterCondition: Schema = [
    "field": Attribute(.text, "What is looked at.").required,
    "operator": Attribute(.text, "How it is compared.").required,
    "value": Attribute(.text, "What it is compared with."),
  ]
}
