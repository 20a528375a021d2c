import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Replaces whole files, so that a reader meets either the old content or the new, never a part.
package enum AtomicFile {
  /// Makes `bytes` the content of the file at `path`.
  ///
  /// They go to a temporary file in the same folder, are synced, and the file is renamed into place;
  /// then the folder is synced. A symbolic link at `path` stays and its target is replaced. An
  /// existing file keeps its permissions; a new one gets 0644 less the umask. What is there and is
  /// not a regular file is refused. After an error thrown up to the rename the old content stands
  /// and the temporary file is gone.
  ///
  /// - Parameter isPrivate: Whether nobody but the owner may read it, whatever was there before.
  package static func write(
    _ bytes: [UInt8],
    to path: String,
    isPrivate: Bool = false
  ) throws(FileError) {
    try FileError.naming(path, "write") {
      let target = try following(FilePath(checked: path))
      let found = try permissions(of: target, path)
      let permissions = isPrivate ? FilePermissions(rawValue: 0o600) : found
      var parent = target.removingLastComponent()
      if parent.isEmpty { parent = "." }
      let folder = try FileDescriptor.open(
        parent,
        .readOnly,
        options: [.directory, .closeOnExec]
      )
      try folder.closeAfter {
        let name = String(UInt64.random(in: .min ... .max), radix: 36)
        let temporary = parent.appending(".\(name).tmp")
        try create(temporary, bytes, permissions)
        do {
          try call {
            unsafe temporary.withPlatformString { from in
              unsafe target.withPlatformString { to in unsafe rename(from, to) }
            }
          }
        } catch {
          discard(temporary)
          throw error
        }
        try sync(folder: folder)
      }
    }
  }

  /// The path that `path` leads to when every symbolic link in its last place is followed, even
  /// where nothing is there yet.
  private static func following(_ path: FilePath) throws -> FilePath {
    var path = path
    for _ in 0..<40 {
      let type = try path.statIfPresent(followingLink: false)?.type
      guard type == .symbolicLink else { return path }
      let target = try destination(of: path)
      path = path.removingLastComponent().pushing(target)
    }
    throw Errno.tooManySymbolicLinkLevels
  }

  private static func destination(of link: FilePath) throws -> FilePath {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let size = buffer.count
    let count = unsafe link.withPlatformString { unsafe readlink($0, &buffer, size) }
    guard count >= 0 else { throw Errno.last }
    return FilePath(String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  /// The permissions of the file to be replaced; nil if there is none.
  private static func permissions(
    of target: FilePath,
    _ path: String
  ) throws -> FilePermissions? {
    guard let stat = try target.statIfPresent() else { return nil }
    switch stat.type {
    case .regular: return stat.permissions.intersection(FilePermissions(rawValue: 0o777))
    case .directory: throw Errno.isDirectory
    default: throw FileError(path: path, operation: "write", reason: "Not a regular file")
    }
  }

  /// A synced file that holds `bytes`, or none at all.
  private static func create(
    _ file: FilePath,
    _ bytes: [UInt8],
    _ permissions: FilePermissions?
  ) throws {
    let descriptor = try FileDescriptor.open(
      file,
      .writeOnly,
      options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: permissions ?? FilePermissions(rawValue: 0o644)
    )
    do {
      try descriptor.closeAfter {
        // The umask may have taken away what the old file had.
        if let permissions { try call { fchmod(descriptor.rawValue, permissions.rawValue) } }
        try descriptor.writeAll(bytes)
        try call { fsync(descriptor.rawValue) }
      }
    } catch {
      discard(file)
      throw error
    }
  }

  /// Removes a file that came to nothing; if that fails too, the first failure is the one to report.
  private static func discard(_ file: FilePath) {
    _ = unsafe file.withPlatformString { unsafe unlink($0) }
  }

  /// Makes a renaming in `folder` last; some file systems cannot, and say that the call is invalid.
  private static func sync(folder: FileDescriptor) throws(Errno) {
    do {
      try call { fsync(folder.rawValue) }
    } catch .invalidArgument, .notSupported {
      return
    }
  }

  /// Runs a C function again for as long as a signal interrupts it.
  private static func call(_ function: () -> CInt) throws(Errno) {
    while function() != 0 {
      guard Errno.last == .interrupted else { throw .last }
    }
  }
}
