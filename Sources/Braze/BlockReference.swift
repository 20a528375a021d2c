/// How a message refers to a content block: `{{content_blocks.${name}}}`.
package enum BlockReference {
  /// `text` without the filter that Braze adds to such references when it saves them:
  /// `{{content_blocks.${name} | id: 'cb1'}}`.
  ///
  /// The id is the workspace's own and says nothing that the name does not.
  @Sendable package static func withoutIDs(_ text: String) -> String {
    guard text.contains("content_blocks.${") else { return text }
    return text.replacing(
      /(\{\{\s*content_blocks\.\$\{[^}]*\})\s*\|\s*id:\s*(?:'[^']*'|"[^"]*")\s*\}\}/
    ) { match in match.1 + "}}" }
  }

  /// The names of the content blocks that `text` refers to.
  package static func names(in text: String) -> Set<String> {
    guard text.contains("content_blocks.") else { return [] }
    return Set(text.matches(of: /content_blocks\.\$\{\s*([^}\s|]+)/).map { String($0.1) })
  }
}
