import SystemPackage
import Testing

@testable import Platform

struct FileErrorTests {
  @Test func `an error names what was attempted, on what, and why not`() {
    let error = FileError(path: "a.yaml", operation: "read", cause: .noSuchFileOrDirectory)
    #expect(error.description == "cannot read a.yaml: No such file or directory")
    #expect(error.isMissing)
    #expect(!error.isDenied)
    #expect(!error.isBrokenPipe)
  }

  @Test(arguments: [Errno.permissionDenied, .notPermitted, .readOnlyFileSystem])
  func `permissions and mounts deny`(cause: Errno) {
    let error = FileError(path: "a", operation: "write", cause: cause)
    #expect(error.isDenied)
    #expect(!error.isMissing)
  }

  @Test func `a refusal of our own is of no class`() {
    let error = FileError(path: "a", operation: "read", reason: "Not a regular file")
    #expect(!error.isMissing && !error.isDenied && !error.isBrokenPipe)
    #expect(error.reason == "Not a regular file")
  }
}
