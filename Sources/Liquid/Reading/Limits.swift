/// How much of a template is read.
package enum Limits {
  /// Bytes of UTF-8: twenty times what Braze takes in a content block.
  package static let size = 1 << 20
  /// Levels of tags in tags, and of brackets in brackets. Liquid's own limit.
  package static let depth = 100
  /// Problems of one template.
  package static let problems = 100
  /// Ways through one template that are filled in.
  package static let skeletons = 16
}
