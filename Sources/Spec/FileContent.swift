/// What came of reading a file that `!file` names.
package enum FileContent: Sendable, Hashable {
  case text(String)
  case missing
  /// The path leads out of the folder that holds the spec, also by way of a symbolic link.
  case outsideRoot
  /// The file is there but cannot be read, for this reason.
  case unreadable(String)
  /// The bytes are not UTF-8.
  case notText
  case tooLarge
}
