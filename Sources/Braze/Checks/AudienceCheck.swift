internal import Model
internal import Values

/// What the conditions of an audience are held to, each by itself.
enum AudienceCheck {
  /// What an attribute is not compared with anything by.
  private static let unary = ["exists", "does_not_exist"]

  @Sendable static func findings(_ resource: Members) -> [Finding] {
    (resource["audience"]?.items ?? []).enumerated().compactMap { index, item in
      guard let condition = item.members, let fault = fault(condition) else { return nil }
      return Finding(
        code: "audience-condition",
        summary: "A condition of the audience that is none",
        detail: fault.detail,
        at: ["audience", .index(index)] + fault.key
      )
    }
  }

  private static func fault(_ condition: Members) -> (detail: String, key: String?)? {
    let attribute = condition.written("custom_attribute")
    let comparison = condition["comparison"]?.text
    let value = condition.written("value")
    switch (attribute, condition.written("segment")) {
    case (nil, nil):
      return (
        "A condition names a segment, or a custom attribute and how it is compared. Add one.", nil
      )
    case (_?, _?):
      return ("A condition names a segment or an attribute, not both. Make two of it.", "segment")
    case (nil, _?):
      guard comparison != nil || value != nil else { return nil }
      return (
        "A segment is not compared with anything. Remove \"comparison\" and \"value\".", "segment"
      )
    case (_?, nil):
      guard let comparison else {
        return ("\"comparison\" says how the attribute is compared. Add it.", "custom_attribute")
      }
      if unary.contains(comparison) {
        return value.map { _ in ("\"\(comparison)\" takes no value. Remove it.", "value") }
      }
      return value == nil
        ? ("\"\(comparison)\" compares with a value. Add \"value\".", "comparison") : nil
    }
  }
}

extension ValuePath {
  fileprivate static func + (path: ValuePath, key: String?) -> ValuePath {
    key.map { path.appending(.key($0)) } ?? path
  }
}
