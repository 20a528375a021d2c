/// How much a document may hold: far more than any spec, too little to harm whoever reads it.
enum Limits {
  /// Bytes of text.
  static let size = 32 * 1024 * 1024
  /// Collections inside collections, counted after aliases are replaced.
  static let depth = 100
  /// Nodes, counted after aliases are replaced.
  static let nodes = 1_000_000
  /// `%TAG` directives.
  static let tagDirectives = 100
}
