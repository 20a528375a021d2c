import Testing

@testable import Platform

struct FolderTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test func `a folder is created with those above it, and again without complaint`() throws {
    try Folder.create(scratch("a/b/c"))
    try Folder.create(scratch("a/b/c"))
    try Folder.create(scratch("a/b/../d/"))
    #expect(Folder.kind(of: scratch("a/b/c")) == .folder)
    #expect(try Folder.entries(scratch("a")) == ["b", "d"])
  }

  @Test func `a folder cannot be created where a file is`() throws {
    try AtomicFile.write([], to: scratch("a"))
    for path in ["a", "a/b"] {
      #expect(throws: FileError.self) { try Folder.create(scratch(path)) }
    }
    #expect(Folder.kind(of: scratch("a")) == .file)
  }

  @Test func `entries are sorted, hidden ones included`() throws {
    for name in ["b", "a", ".hidden", "ä"] { try AtomicFile.write([], to: scratch(name)) }
    #expect(try Folder.entries(scratch.path) == [".hidden", "a", "b", "ä"])
  }

  @Test func `entries of what is no folder are an error`() throws {
    try AtomicFile.write([], to: scratch("a"))
    let missing = try #require(throws: FileError.self) { try Folder.entries(scratch("none")) }
    #expect(missing.isMissing)
    let file = try #require(throws: FileError.self) { try Folder.entries(scratch("a")) }
    #expect(file.reason == "Not a directory")
  }

  @Test func `kinds are told apart, links followed`() throws {
    try AtomicFile.write([], to: scratch("file"))
    #expect(Folder.kind(of: scratch("file")) == .file)
    #expect(Folder.kind(of: scratch.path) == .folder)
    #expect(Folder.kind(of: try scratch.fifo("fifo")) == .other)
    #expect(Folder.kind(of: scratch("none")) == .missing)
    #expect(Folder.kind(of: scratch("file/none")) == .missing)
    #expect(Folder.kind(of: "") == .missing)
    #expect(Folder.kind(of: try scratch.link("link", to: "file")) == .file)
    #expect(Folder.kind(of: try scratch.link("nowhere", to: "none")) == .missing)
    #expect(Folder.kind(of: try scratch.link("ring", to: "ring")) == .other)
  }

  @Test func `a file is removed, and a link without its target`() throws {
    try AtomicFile.write([], to: scratch("file"))
    try Folder.remove(file: scratch.link("link", to: "file"))
    #expect(try Folder.entries(scratch.path) == ["file"])
    try Folder.remove(file: scratch("file"))
    try Folder.remove(file: scratch("file"))
    #expect(try Folder.entries(scratch.path) == [])
  }

  @Test func `a folder is not removed as a file`() throws {
    try Folder.create(scratch("a"))
    #expect(throws: FileError.self) { try Folder.remove(file: scratch("a")) }
    #expect(Folder.kind(of: scratch("a")) == .folder)
  }

  @Test func `a real path has no links and no dots`() throws {
    try Folder.create(scratch("a/b"))
    _ = try scratch.link("link", to: "a/b")
    #expect(try Folder.realPath(scratch("link/.././b")) == scratch("a/b"))
    let error = try #require(throws: FileError.self) { try Folder.realPath(scratch("none")) }
    #expect(error.isMissing)
  }
}
