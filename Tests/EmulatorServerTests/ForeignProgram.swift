import Platform
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Another program, run to its end.
struct ForeignProgram {
  /// How it ended, and all that it printed.
  struct Outcome {
    /// Nil if a signal ended it.
    var status: Int?
    var output: String
  }

  struct CannotRun: Error {
    var program: String
    var code: Int32
  }

  private static let count = Mutex(0)

  /// - Parameter arguments: The program first, found on `PATH` unless it is a path.
  static func run(_ arguments: [String]) async throws -> Outcome {
    let number = count.withLock { count in
      count += 1
      return count
    }
    let folder = "/tmp/lockstep-emulator-tests/\(Processes.currentID)-program-\(number)"
    try Folder.create(folder)
    let file = "\(folder)/output"
    let child = try spawn(arguments, output: file)
    var end: Int32 = 0
    // Waiting in the kernel would hold a thread that the server may need.
    while unsafe waitpid(child, &end, WNOHANG) == 0 {
      try await Task.sleep(for: .milliseconds(20))
    }
    let bytes = try FileText.read(file, limitBytes: 1 << 20) ?? []
    return Outcome(
      status: end & 0x7F == 0 ? Int(end >> 8 & 0xFF) : nil,
      output: String(decoding: bytes, as: UTF8.self)
    )
  }

  private static func spawn(_ arguments: [String], output: String) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, flags, 0o600)
    unsafe posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    let texts: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe texts.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let code = unsafe posix_spawnp(&child, arguments[0], &actions, nil, texts, environ)
    guard code == 0 else { throw CannotRun(program: arguments[0], code: code) }
    return child
  }
}
