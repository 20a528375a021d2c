import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Folders, and what lies in them.
package enum Folder {
  /// What a path leads to.
  package enum Kind: Sendable, Hashable {
    case file, folder, missing
    /// A device, a FIFO, a socket, or something that may not be looked at.
    case other
  }

  /// Makes the folder at `path` and those above it, with permissions 0755 less the umask; one that
  /// is there already is left alone.
  package static func create(_ path: String) throws(FileError) {
    try FileError.naming(path, "create") {
      let whole = try FilePath(checked: path)
      var folder = FilePath(root: whole.root)
      if try isFolder(whole) { return }
      for component in whole.components {
        folder.append(component)
        if try isFolder(folder) { continue }
        let result = unsafe folder.withPlatformString { unsafe mkdir($0, 0o755) }
        guard result != 0 else { continue }
        let cause = Errno.last
        // Somebody else may have made it meanwhile.
        guard try cause == .fileExists && isFolder(folder) else { throw cause }
      }
    }
  }

  /// The names of what lies in the folder at `path`, sorted, hidden ones included.
  package static func entries(_ path: String) throws(FileError) -> [String] {
    try FileError.naming(path, "list") {
      let folder = try FilePath(checked: path)
      guard let stream = unsafe folder.withPlatformString({ unsafe opendir($0) }) else {
        throw Errno.last
      }
      defer { unsafe closedir(stream) }
      var names: [String] = []
      while true {
        errno = 0
        guard let entry = unsafe readdir(stream) else { break }
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
          unsafe field.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
            unsafe String(cString: $0)
          }
        }
        if name != "." && name != ".." { names.append(name) }
      }
      guard errno == 0 else { throw Errno.last }
      return names.sorted()
    }
  }

  /// What `path` leads to, symbolic links followed; a link that leads nowhere is missing.
  package static func kind(of path: String) -> Kind {
    do {
      switch try FilePath(checked: path).stat().type {
      case .regular: return .file
      case .directory: return .folder
      default: return .other
      }
    } catch .noSuchFileOrDirectory, .notDirectory, .invalidArgument {
      return .missing
    } catch {
      return .other
    }
  }

  /// Removes the file at `path`, a symbolic link rather than its target; none is no error.
  package static func remove(file path: String) throws(FileError) {
    try FileError.naming(path, "remove") {
      let file = try FilePath(checked: path)
      guard unsafe file.withPlatformString({ unsafe unlink($0) }) != 0 else { return }
      if Errno.last != .noSuchFileOrDirectory { throw Errno.last }
    }
  }

  /// The absolute path without symbolic links, `.` and `..` of what is there at `path`.
  package static func realPath(_ path: String) throws(FileError) -> String {
    try FileError.naming(path, "resolve") {
      let file = try FilePath(checked: path)
      guard let resolved = unsafe file.withPlatformString({ unsafe realpath($0, nil) }) else {
        throw Errno.last
      }
      defer { unsafe free(resolved) }
      return unsafe String(cString: resolved)
    }
  }

  private static func isFolder(_ path: FilePath) throws -> Bool {
    try path.statIfPresent()?.type == .directory
  }
}
