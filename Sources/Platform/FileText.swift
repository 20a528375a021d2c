import SystemPackage

/// Reads whole files that a person named.
package enum FileText {
  /// The bytes of the file at `path`, symbolic links followed; nil if there is none.
  ///
  /// Only regular files are read: a folder is refused, and so are a FIFO, a socket and a device,
  /// which might never end or never begin. A file of more than `limitBytes` is refused without
  /// being read further than that.
  package static func read(_ path: String, limitBytes: Int) throws(FileError) -> [UInt8]? {
    try FileError.naming(path, "read") {
      let descriptor: FileDescriptor
      do {
        // Without `nonBlocking`, opening a FIFO waits until somebody writes to it.
        descriptor = try FileDescriptor.open(
          FilePath(checked: path),
          .readOnly,
          options: [.closeOnExec, .nonBlocking]
        )
      } catch Errno.noSuchFileOrDirectory {
        return nil
      } catch Errno.noSuchAddressOrDevice {
        throw refusal(path, "Not a regular file")
      }
      return try descriptor.closeAfter { try content(of: descriptor, path, limitBytes) }
    }
  }

  private static func content(
    of descriptor: FileDescriptor,
    _ path: String,
    _ limit: Int
  ) throws -> [UInt8] {
    let stat = try descriptor.stat()
    switch stat.type {
    case .regular: break
    case .directory: throw Errno.isDirectory
    default: throw refusal(path, "Not a regular file")
    }
    guard stat.size <= limit else { throw tooLarge(path, limit) }

    var content: [UInt8] = []
    content.reserveCapacity(Int(stat.size))
    var chunk = [UInt8](repeating: 0, count: min(max(Int(stat.size) + 1, 4096), 1 << 20))
    while true {
      let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe descriptor.read(into: $0) }
      guard count > 0 else { return content }
      // The size promised by the file system does not bind it: the file may grow meanwhile.
      guard count <= limit - content.count else { throw tooLarge(path, limit) }
      content += chunk[..<count]
    }
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> FileError {
    FileError(
      path: path,
      operation: "read",
      reason: "File larger than \(limit) bytes",
      isTooLarge: true
    )
  }

  private static func refusal(_ path: String, _ reason: String) -> FileError {
    FileError(path: path, operation: "read", reason: reason)
  }
}
