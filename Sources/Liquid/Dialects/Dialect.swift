internal import Diagnostics

/// What a platform makes of Liquid: its tags, filters and attributes.
package struct Dialect: Sendable {
  /// How messages name it.
  package let title: String
  /// Every tag but end tags and those that only stand inside others, by name.
  let tags: [String: TagGrammar]
  package let filters: Set<String>
  /// `${key}` and `namespace.${key}` are read, also between braces inside of tags and outputs.
  package let readsAttributes: Bool
  /// HTML comments are taken out before Liquid is read.
  let dropsHTMLComments: Bool
  /// The groups of attributes that it has, each with what its values mean left to the platform.
  package let namespaces: Set<String>
  /// What to write instead of filters that people expect of other languages, as a sentence behind a blank.
  let advice: [String: String]
}

extension Dialect {
  /// What to write instead of a filter that the dialect lacks, as a sentence behind a blank, or "".
  package func advice(onFilter name: String) -> String {
    advice[name] ?? Suggestion.sentence(for: name, in: filters.sorted())
  }
}
