package import Model

/// What reading a spec needs from outside.
package struct SpecOptions: Sendable {
  /// Reads the file at `path`, a path relative to the folder of the file called `relativeTo`.
  package typealias ReadFile = @Sendable (_ path: String, _ relativeTo: String) -> FileContent

  /// Every kind that a spec may declare resources of.
  package let kinds: [Kind]
  package let readFile: ReadFile

  package init(kinds: [Kind], readFile: @escaping ReadFile) {
    self.kinds = kinds
    self.readFile = readFile
  }
}
