internal import Model
internal import Values

/// What the tags of a resource are held to.
enum TagCheck {
  @Sendable static func findings(_ resource: Members) -> [Finding] {
    var seen: Set<String> = []
    return (resource["tags"]?.items ?? []).enumerated().compactMap { index, item in
      guard let tag = item.text, !seen.insert(tag).inserted else { return nil }
      return Finding(
        code: "repeated-tag",
        summary: "Tag written twice",
        detail: "The tag \"\(tag)\" is there already. Remove one.",
        at: ["tags", .index(index)]
      )
    }
  }
}
