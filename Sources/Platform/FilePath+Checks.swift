import SystemPackage

extension FilePath {
  /// A path for the operating system, which would silently end it at the first NUL.
  init(checked path: String) throws(Errno) {
    guard !path.utf8.contains(0) else { throw .invalidArgument }
    self.init(path)
  }

  /// What the file system knows about the file here; nil if there is none.
  func statIfPresent(followingLink: Bool = true) throws(Errno) -> Stat? {
    do {
      return try stat(followTargetSymlink: followingLink)
    } catch .noSuchFileOrDirectory {
      return nil
    }
  }
}
