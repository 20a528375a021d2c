internal import Diagnostics
internal import Model
internal import Values

/// What a custom attribute is held to by itself.
///
/// https://www.braze.com/docs/api/objects_filters/user_attributes_object
enum CustomAttributeCheck {
  /// A warning, since an import may have made one nevertheless.
  @Sendable static func findings(_ attribute: Members) -> [Finding] {
    guard let name = attribute["name"]?.text, ProfileFields.all.contains(name) else { return [] }
    return [
      Finding(
        .warning,
        code: "standard-attribute",
        summary: "Attribute that Braze has of its own",
        detail:
          "\"\(name)\" is a field of every profile: what is sent by that name is stored there, "
          + "and no custom attribute comes of it. Remove it, or choose another name.",
        at: ["name"]
      )
    ]
  }
}
