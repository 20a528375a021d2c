/// One YAML file of a spec, as it was read.
package struct SpecFile: Sendable {
  /// The path as the user would type it; the name the file goes by in messages.
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
