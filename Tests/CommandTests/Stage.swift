import Client
import Emulator
import HTTPTypes
import Messages
import Platform
import Synchronization
import Values

@testable import Commands

/// A folder, an emulator and a process environment, on which commands are run in process.
final class Stage: Sendable {
  let folder: String
  let emulator: EmulatorInstance
  private let environment = Mutex<[String: String]>([:])
  private let typed = Mutex<[String]>([])
  private let printed = Mutex("")
  let stop = StopSwitch()

  /// Whether commands reach the emulator in process; else they have to find its server.
  private let isEmbedded: Bool

  init(
    named name: String = "stage",
    isEmbedded: Bool = true,
    credential: String? = nil,
    rateLimit: Int? = nil
  ) throws {
    self.isEmbedded = isEmbedded
    folder = try Folder.realPath("/tmp") + "/lockstep-\(name)-\(UInt64.random(in: .min ... .max))"
    try Folder.create(folder + "/.lockstep/local")
    emulator = try EmulatorInstance(
      EmulatorOptions(
        storePath: folder + "/.lockstep/local",
        requiredCredential: credential,
        rateLimitPerMinute: rateLimit,
        now: { 1_767_225_600 }
      )
    )
  }

  func write(_ content: String, to name: String) throws {
    let path = folder + "/" + name
    try Folder.create(path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 })
    try AtomicFile.write(Array(content.utf8), to: path)
  }

  func read(_ name: String) throws -> String? {
    try FileText.read(folder + "/" + name, limitBytes: 1 << 24).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  func set(_ name: String, _ value: String) { environment.withLock { $0[name] = value } }

  func type(_ line: String) { typed.withLock { $0.append(line) } }

  /// Runs one command line; standard error is marked with "! ".
  @discardableResult
  func run(
    _ arguments: [String],
    onTerminal: Bool = false,
    width: Int? = nil,
    through wrap: (any Transport) -> any Transport = { $0 }
  ) async -> (output: String, status: ExitStatus) {
    printed.withLock { $0 = "" }
    let transport = wrap(EmulatorTransport(emulator))
    let store = folder + "/.lockstep/local"
    let hasInput = typed.withLock { !$0.isEmpty }
    let session = Session(
      environment: ProcessEnvironment(environment.withLock(\.self)),
      folder: folder,
      isInputTerminal: hasInput,
      isOutputTerminal: onTerminal,
      isErrorTerminal: onTerminal,
      outputWidth: width,
      errorWidth: width,
      readLine: { [self] in typed.withLock { $0.isEmpty ? nil : $0.removeFirst() } },
      write: { [self] text in printed.withLock { $0 += text } },
      complain: { [self] text in
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let marked = lines.enumerated().map { index, line in
          index == lines.count - 1 && line.isEmpty ? "" : "! " + line
        }
        printed.withLock { $0 += marked.joined(separator: "\n") }
      },
      timing: { isStopping in
        let clock = Clock()
        return Timing(
          now: { clock.now },
          sleep: { clock.advance(by: $0) },
          jitter: { 0 },
          isStopping: isStopping
        )
      },
      now: { 1_767_225_600 },
      runningEmulator: { [isEmbedded] path in isEmbedded && path == store ? transport : nil },
      stop: stop
    )
    let status = await Lockstep.run(arguments, in: session)
    typed.withLock { $0 = [] }
    return (printed.withLock(\.self), status)
  }

  /// Sends another client's request.
  func request(
    _ method: String,
    _ path: String,
    _ body: String = "",
    of system: String = "zendesk"
  ) async throws -> Response {
    var request = Request(
      HTTPRequest.Method(method) ?? .get,
      "https://\(system).localhost" + path,
      headers: [.authorization: "Bearer somebody", .contentType: "application/json"]
    )
    request.body = Array(body.utf8)
    return try await emulator.answer(request)
  }

  /// The counts of the requests so far, by method and route.
  func counts() async throws -> [String: Int] {
    let answer = try await request("GET", "/_emulator/requests")
    let counts = try Value(json: answer.body)["counts"]?.members ?? [:]
    return Dictionary(counts.map { ($0.key, $0.value.integer ?? 0) }, uniquingKeysWith: +)
  }

  /// The number of requests so far that were not reads.
  func writes() async throws -> Int {
    try await counts().filter { !$0.key.hasPrefix("GET ") }.values.reduce(0, +)
  }

  /// The ids that the lock of `environment` holds, by address.
  func ids(in lock: String = ".lockstep/local/lock.json") throws -> [String: String] {
    guard let text = try read(lock) else { return [:] }
    var ids: [String: String] = [:]
    for (_, blocks) in try Value(json: text)["environments"]?.members ?? [:] {
      for (address, block) in blocks.members ?? [:] { ids[address] = block["id"]?.text }
    }
    return ids
  }
}

/// A clock that stands still but for the sleep of those who look at it.
private final class Clock: Sendable {
  private let time = Mutex(Duration.zero)

  var now: Duration { time.withLock(\.self) }

  func advance(by duration: Duration) { time.withLock { $0 += duration } }
}
