import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@testable import Platform

/// An empty folder that goes away, with what is in it, at the end of a test.
final class Scratch: Sendable {
  let path: String

  init() throws {
    let name = String(UInt64.random(in: .min ... .max), radix: 36)
    let path = "/tmp/lockstep-platform-\(name)"
    try Folder.create(path)
    self.path = try Folder.realPath(path)
  }

  deinit {
    do {
      try Self.remove(path)
    } catch {
      Issue.record(error)
    }
  }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a FIFO called `name`.
  func fifo(_ name: String) throws -> String {
    let path = self(name)
    try #require(unsafe mkfifo(path, 0o600) == 0)
    return path
  }

  /// Makes a symbolic link called `name`.
  func link(_ name: String, to target: String) throws -> String {
    let path = self(name)
    try #require(unsafe symlink(target, path) == 0)
    return path
  }

  private static func remove(_ folder: String) throws {
    for name in try Folder.entries(folder) {
      let path = "\(folder)/\(name)"
      var buffer: [CChar] = [0]
      let isLink = unsafe readlink(path, &buffer, 1) >= 0
      if !isLink && Folder.kind(of: path) == .folder {
        try remove(path)
      } else {
        try Folder.remove(file: path)
      }
    }
    try #require(unsafe rmdir(folder) == 0)
  }
}
