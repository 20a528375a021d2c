import SystemPackage
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@testable import Platform

struct AtomicFileTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func content(_ path: String) throws -> [UInt8]? {
    try FileText.read(path, limitBytes: 1 << 24)
  }

  private func permissions(_ path: String) throws -> CInterop.Mode {
    try FilePath(path).stat().permissions.rawValue & 0o777
  }

  @Test func `a file is created, then replaced, and nothing else is left`() throws {
    try AtomicFile.write([1, 2, 3], to: scratch("a"))
    #expect(try content(scratch("a")) == [1, 2, 3])
    try AtomicFile.write([4], to: scratch("a"))
    #expect(try content(scratch("a")) == [4])
    #expect(try Folder.entries(scratch.path) == ["a"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `a reader meets the old content or the new`() async throws {
    let path = scratch("a")
    let old = [UInt8](repeating: 1, count: 1 << 18)
    let new = [UInt8](repeating: 2, count: 1 << 19)
    try AtomicFile.write(old, to: path)
    try await withThrowingTaskGroup { group in
      group.addTask {
        for round in 0..<50 { try AtomicFile.write(round.isMultiple(of: 2) ? new : old, to: path) }
      }
      for _ in 0..<200 {
        let seen = try content(path)
        #expect(seen == old || seen == new)
      }
      try await group.waitForAll()
    }
    #expect(try Folder.entries(scratch.path) == ["a"])
  }

  @Test func `a reader that has the old file open keeps it whole`() throws {
    try AtomicFile.write([1, 2], to: scratch("a"))
    let open = try FileDescriptor.open(FilePath(scratch("a")), .readOnly)
    try open.closeAfter {
      try AtomicFile.write([3], to: scratch("a"))
      var bytes: [UInt8] = [0, 0, 0]
      #expect(try unsafe bytes.withUnsafeMutableBytes { try unsafe open.read(into: $0) } == 2)
      #expect(bytes == [1, 2, 0])
    }
  }

  @Test(arguments: [0o600, 0o640, 0o666, 0o755] as [CInterop.Mode])
  func `an existing file keeps its permissions`(mode: CInterop.Mode) throws {
    let file = scratch("a")
    try FileDescriptor.open(
      FilePath(file),
      .writeOnly,
      options: .create,
      permissions: FilePermissions(rawValue: 0o600)
    ).close()
    try #require(unsafe chmod(file, mode) == 0)
    try AtomicFile.write([1], to: file)
    #expect(try permissions(file) == mode)
  }

  @Test func `a new file is for others to read at most`() throws {
    try AtomicFile.write([1], to: scratch("a"))
    let mode = try permissions(scratch("a"))
    #expect(mode & ~0o644 == 0)
    #expect(mode & 0o600 == 0o600)
  }

  @Test func `a symbolic link stays and its target is replaced`() throws {
    try Folder.create(scratch("folder"))
    try AtomicFile.write([1], to: scratch("folder/target"))
    let inner = try scratch.link("folder/inner", to: "target")
    let outer = try scratch.link("outer", to: "folder/inner")
    try AtomicFile.write([2], to: outer)
    #expect(try content(scratch("folder/target")) == [2])
    for link in [inner, outer] {
      #expect(try FilePath(link).stat(followTargetSymlink: false).type == .symbolicLink)
    }
    #expect(try Folder.entries(scratch("folder")) == ["inner", "target"])
  }

  @Test func `a symbolic link that leads nowhere gets its target`() throws {
    try AtomicFile.write([2], to: scratch.link("link", to: scratch("target")))
    #expect(try content(scratch("target")) == [2])
    #expect(try Folder.entries(scratch.path) == ["link", "target"])
  }

  @Test func `symbolic links in a ring are refused`() throws {
    let link = try scratch.link("a", to: "b")
    _ = try scratch.link("b", to: "a")
    #expect(throws: FileError.self) { try AtomicFile.write([1], to: link) }
    #expect(try Folder.entries(scratch.path) == ["a", "b"])
  }

  @Test func `what is not a regular file is refused and left alone`() throws {
    try Folder.create(scratch("folder"))
    let fifo = try scratch.fifo("fifo")
    #expect(throws: FileError.self) { try AtomicFile.write([1], to: scratch("folder")) }
    #expect(throws: FileError.self) { try AtomicFile.write([1], to: fifo) }
    #expect(Folder.kind(of: fifo) == .other)
    #expect(try Folder.entries(scratch.path) == ["fifo", "folder"])
  }

  @Test func `a missing folder is an error that names the file`() throws {
    let error = try #require(throws: FileError.self) {
      try AtomicFile.write([1], to: scratch("none/a"))
    }
    #expect(error.isMissing)
    #expect(error.description == "cannot write \(scratch("none/a")): No such file or directory")
  }

  @Test func `a folder that is a file is an error`() throws {
    try AtomicFile.write([1], to: scratch("a"))
    #expect(throws: FileError.self) { try AtomicFile.write([2], to: scratch("a/b")) }
    #expect(try content(scratch("a")) == [1])
  }

  @Test func `a failed renaming leaves no temporary file`() async throws {
    let folder = scratch.path
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      // The empty path passes as the name of a missing file until it is renamed to.
      try #require(unsafe chdir(folder) == 0)
      let error = #expect(throws: FileError.self) { try AtomicFile.write([1], to: "") }
      #expect(error?.isMissing == true)
    }
    #expect(try Folder.entries(folder) == [])
  }

  @Test func `a failed writing leaves the old content and no temporary file`() async throws {
    let path = scratch("a")
    try AtomicFile.write([1], to: path)
    await #expect(processExitsWith: .success) { [path = path as String] in
      // A file larger than the limit fails with EFBIG once its signal is ignored.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
      #if canImport(Darwin)
        let resource = RLIMIT_FSIZE
      #else
        let resource = __rlimit_resource_t(UInt32(RLIMIT_FSIZE.rawValue))
      #endif
      try #require(unsafe setrlimit(resource, &limit) == 0)
      let bytes = [UInt8](repeating: 2, count: 5000)
      let error = #expect(throws: FileError.self) { try AtomicFile.write(bytes, to: path) }
      #expect(error?.reason == "File too large")
    }
    #expect(try content(path) == [1])
    #expect(try Folder.entries(scratch.path) == ["a"])
  }

  @Test func `a bare name lies in the working folder`() async throws {
    let folder = scratch.path
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      try #require(unsafe chdir(folder) == 0)
      try AtomicFile.write([7], to: "a")
    }
    #expect(try content(scratch("a")) == [7])
  }
}
