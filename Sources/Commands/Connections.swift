internal import Client
internal import Diagnostics
internal import Emulator
internal import EmulatorServer
internal import Messages
internal import Model
internal import Spec
internal import Values

/// The clients of a run: one a system that the environment has.
struct Connections: Sendable {
  /// By the system's name.
  let clients: [String: APIClient]
  /// The origins of the instances, by the system's name.
  let origins: [String: String]
  let requests: RequestCount
  /// What carries the requests, for those that are no client's.
  let transport: any Transport
  /// Where the lock of an emulator lies; nil where it lies beside the spec.
  let storePath: String?
  private let close: Close

  private typealias Close = @Sendable () async -> Diagnostic?

  /// Opens what `desired` names. Nothing is sent.
  ///
  /// - Throws: `Preparation.Failure` if an emulator's store cannot be used.
  init(
    to desired: DesiredState,
    root: String,
    in session: Session
  ) async throws(Preparation.Failure) {
    let requests = RequestCount()
    self.requests = requests
    var origins: [String: String] = [:]
    for system in ["zendesk", "braze"] { origins[system] = desired.target.origin(of: system) }
    self.origins = origins
    // A credential that nobody asked for was not read.
    let systems = Set(desired.resources.map(\.kind.system))
    let doors = try Door.all(to: desired.target, of: systems)
    let transport: any Transport
    switch desired.target {
    case .emulator(let store, let range):
      let path = store.hasPrefix("/") ? store : root + "/" + store
      let opened = try await Self.emulator(path, at: range, in: session)
      transport = opened.transport
      close = opened.close
      storePath = path
    case .instances:
      let http = HTTPTransport(userAgent: "lockstep/\(Lockstep.version)")
      transport = http
      close = {
        await http.shutdown()
        return nil
      }
      storePath = nil
    }
    self.transport = transport
    let stop = session.stop
    let secrets =
      doors.flatMap(\.secrets)
      + desired.resources.flatMap { $0.attributes.flatMap(\.value.secrets) }
    clients = Dictionary(
      doors.map { door in
        let client = APIClient(
          transport: transport,
          dialect: door.dialect,
          timing: session.timing { stop.isStopping },
          hiding: secrets,
          observe: { requests.record($0) }
        )
        return (door.system, client)
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Ends the connections; an emulator's store is saved.
  ///
  /// - Returns: What is wrong if it could not be.
  func shutdown() async -> Diagnostic? { await close() }

  private static func emulator(
    _ path: String,
    at range: SourceRange,
    in session: Session
  ) async throws(Preparation.Failure) -> (transport: any Transport, close: Close) {
    if let running = session.runningEmulator(path) { return (running, { nil }) }
    do throws(EmulatorError) {
      let emulator = try EmulatorInstance(EmulatorOptions(storePath: path))
      let close: Close = {
        do throws(EmulatorError) {
          try await emulator.close()
          return nil
        } catch {
          return .store(error, at: range)
        }
      }
      return (EmulatorTransport(emulator), close)
    } catch {
      if case .storeLocked = error, let port = ServedStore.port(of: path) {
        let http = HTTPTransport(userAgent: "lockstep/\(Lockstep.version)")
        let close: Close = {
          await http.shutdown()
          return nil
        }
        return (ServedTransport(http, port: port), close)
      }
      throw Preparation.Failure(
        status: ExitStatus(error),
        diagnostics: [.store(error, at: range)]
      )
    }
  }
}

extension ExitStatus {
  /// A damaged store is wrong input, as a damaged lock is; one in use only has to be waited for.
  init(_ error: EmulatorError) {
    self = if case .storeDamaged = error { .invalid } else { .failed }
  }
}

extension Diagnostic {
  /// What is wrong with an emulator's store.
  static func store(_ error: EmulatorError, at range: SourceRange? = nil) -> Diagnostic {
    let advice =
      switch error {
      case .storeLocked: "Wait for the other process to end, or name another folder."
      case .storeDamaged: "Delete the folder to begin anew; it holds nothing but emulated objects."
      case .storeInaccessible: "Make the folder writable, or name another one."
      }
    return Diagnostic(
      code: "emulator-store",
      summary: "The emulator's store cannot be used",
      detail: "\(error). \(advice)",
      at: range
    )
  }
}
