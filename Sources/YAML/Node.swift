package import Diagnostics

/// A piece of a YAML document with the place where it was written.
package struct Node: Sendable {
  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    /// In the order of writing, each key once; merge keys are already replaced by what they merge.
    case mapping([Entry])
  }

  /// A key, which is always a scalar, and its value.
  package struct Entry: Sendable {
    package var key: Node
    package var value: Node

    package init(key: Node, value: Node) {
      self.key = key
      self.value = value
    }
  }

  package var content: Content
  /// `!ref` for a tag of the file's own, `tag:yaml.org,2002:str` for `!!str`; nil where none is
  /// written.
  package var tag: String?
  /// From the tag or the first character up to the end of the last; of an alias, where the anchored
  /// node is.
  package var range: SourceRange

  package init(content: Content, tag: String? = nil, range: SourceRange) {
    self.content = content
    self.tag = tag
    self.range = range
  }
}

extension Node {
  /// What the node is, for messages: `a scalar`, `a list` or `a mapping`.
  var form: String {
    switch content {
    case .scalar: "a scalar"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
