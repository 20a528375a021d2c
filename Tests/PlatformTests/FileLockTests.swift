import SystemPackage
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@testable import Platform

struct FileLockTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test func `a second holder in the process has to wait for the first`() throws {
    let path = scratch("lock")
    let lock = try #require(try FileLock.acquire(at: path))
    #expect(try FileLock.acquire(at: path) == nil)
    lock.release()
    lock.release()
    let next = try #require(try FileLock.acquire(at: path))
    // A late release by the first holder takes nothing from the second.
    lock.release()
    #expect(try FileLock.acquire(at: path) == nil)
    next.release()
  }

  @Test func `a lock nobody holds on to is released`() throws {
    func hold() throws { #expect(try FileLock.acquire(at: scratch("lock")) != nil) }
    try hold()
    #expect(try FileLock.acquire(at: scratch("lock")) != nil)
  }

  @Test func `another process is kept out`() async throws {
    let path = scratch("lock")
    let lock = try #require(try FileLock.acquire(at: path))
    await #expect(processExitsWith: .success) { [path = path as String] in
      let second = try FileLock.acquire(at: path)
      #expect(second == nil)
    }
    lock.release()
    await #expect(processExitsWith: .success) { [path = path as String] in
      let second = try FileLock.acquire(at: path)
      #expect(second != nil)
    }
  }

  @Test func `a lock dies with its holder`() async throws {
    let path = scratch("lock")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let lock = try FileLock.acquire(at: path)
      try #require(lock != nil)
      kill(getpid(), SIGKILL)
      lock?.release()
    }
    // The system closes a dead process's files when it gets around to it.
    #expect(try await FileLock.acquire(at: path, waitingUpTo: .seconds(60)) != nil)
  }

  @Test func `the file is made for its owner alone and left there`() throws {
    let lock = try #require(try FileLock.acquire(at: scratch("lock")))
    #expect(try FilePath(scratch("lock")).stat().permissions.rawValue & 0o777 == 0o600)
    lock.release()
    #expect(try Folder.entries(scratch.path) == ["lock"])
  }

  @Test func `an existing file keeps its content`() throws {
    try AtomicFile.write([1, 2], to: scratch("lock"))
    try #require(try FileLock.acquire(at: scratch("lock"))).release()
    #expect(try FileText.read(scratch("lock"), limitBytes: 10) == [1, 2])
  }

  #if os(Linux)
    @Test func `no child inherits a lock`() throws {
      let path = scratch("lock")
      let lock = try #require(try FileLock.acquire(at: path))
      var child: pid_t = 0
      let command: [UnsafeMutablePointer<CChar>?] = unsafe [strdup("sleep"), strdup("60"), nil]
      defer { unsafe command.forEach { unsafe free($0) } }
      try #require(unsafe posix_spawnp(&child, "sleep", nil, nil, command, environ) == 0)
      defer {
        kill(child, SIGKILL)
        _ = waitpid(child, nil, 0)
      }
      #expect(try !openFiles(of: Int(child)).contains(path))
      #expect(try openFiles(of: Processes.currentID).contains(path))
      lock.release()
    }

    /// The paths that the open descriptors of a process lead to.
    ///
    /// Pipes and the like have none, and what other tests have open may be gone or out of reach by now.
    private func openFiles(of process: Int) throws -> [String] {
      let descriptors = try Folder.entries("/proc/\(process)/fd")
      try #require(!descriptors.isEmpty)
      return descriptors.compactMap { name in
        do {
          return try Folder.realPath("/proc/\(process)/fd/\(name)")
        } catch {
          return nil
        }
      }
    }
  #endif

  @Test func `waiting ends when the lock is free`() async throws {
    let path = scratch("lock")
    let lock = try #require(try FileLock.acquire(at: path))
    async let next = FileLock.acquire(at: path, waitingUpTo: .seconds(60))
    try await Task.sleep(for: .milliseconds(80))
    lock.release()
    #expect(try await next != nil)
  }

  @Test func `waiting ends when patience does`() async throws {
    let path = scratch("lock")
    let lock = try #require(try FileLock.acquire(at: path))
    let start = ContinuousClock.now
    #expect(try await FileLock.acquire(at: path, waitingUpTo: .milliseconds(120)) == nil)
    #expect(start.duration(to: .now) >= .milliseconds(120))
    #expect(try await FileLock.acquire(at: path, waitingUpTo: .zero) == nil)
    lock.release()
  }

  @Test(.timeLimit(.minutes(1)))
  func `a cancelled task waits no longer`() async throws {
    let path = scratch("lock")
    let lock = try #require(try FileLock.acquire(at: path))
    let waiting = Task { try await FileLock.acquire(at: path, waitingUpTo: .seconds(3600)) }
    waiting.cancel()
    #expect(try await waiting.value == nil)
    lock.release()
  }

  @Test func `a folder that is missing is an error`() throws {
    let error = try #require(throws: FileError.self) {
      try FileLock.acquire(at: scratch("no/lock"))
    }
    #expect(error.isMissing)
    #expect(error.operation == "lock")
  }
}
