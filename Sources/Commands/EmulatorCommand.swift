internal import ArgumentParser
internal import Diagnostics
internal import Emulator
internal import EmulatorServer
internal import Platform

struct EmulatorCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "emulator",
    abstract: "Serves the emulated Zendesk and Braze on a loopback port.",
    usage: "lockstep emulator [<options>] [<PATH>]",
    discussion: """
      With a spec it begins with everything that the spec declares, what a person makes included; \
      without one it is empty, and takes what is applied to it.

      Any credential that is not empty is accepted; with --require-auth only the one in \
      LOCKSTEP_EMULATOR_AUTH: an access token, EMAIL/token:TOKEN, or CLIENT_ID:CLIENT_SECRET. \
      That guards Zendesk; Braze takes any key until one is made at its door.

      A browser shows at http://127.0.0.1:PORT/ a customer's phone, the ticket as an agent sees it, \
      and what goes on between them.

      A DOOR OF ITS OWN
        GET  /_emulator/requests       the requests so far
        POST /_emulator/faults         makes requests fail
        POST /_emulator/reset          begins anew
        GET  /_emulator/wire           what happened, and what it came of
        POST /_emulator/clock          moves the time on
        PUT  /_emulator/facts          takes another reading of what no document says
        GET  /_emulator/zendesk        tickets and users; agents work below it
        GET  /_emulator/braze          what Braze has; its dashboard is below it

      EXAMPLES
        lockstep emulator integration.yaml
        lockstep emulator --port 8099 --store .lockstep/local
        lockstep emulator --port 8099 --latency 50 --rate-limit 400
      """
  )

  @Argument(
    help: ArgumentHelp("A spec to begin with: a file, or a folder of them.", valueName: "PATH"),
    completion: .file(extensions: ["yaml"])
  )
  var path: String?

  @OptionGroup var choice: EnvironmentArguments

  @Option(help: ArgumentHelp("The port on 127.0.0.1; 0 takes any free one.", valueName: "PORT"))
  var port = 8099

  @Option(
    help: ArgumentHelp(
      "The folder that keeps the objects; without it they are gone at the end.",
      valueName: "FOLDER"
    ),
    completion: .directory
  )
  var store: String?

  @Option(
    help: ArgumentHelp(
      "How many milliseconds every answer takes at least.",
      valueName: "MILLISECONDS"
    )
  )
  var latency = 0

  @Option(
    help: ArgumentHelp(
      "How many requests a minute are answered; the others get 429.",
      valueName: "NUMBER"
    )
  )
  var rateLimit: Int?

  @Flag(help: "Accept no credential but the one in LOCKSTEP_EMULATOR_AUTH.")
  var requireAuth = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535.")
    }
    guard (0...60_000).contains(latency) else {
      throw ValidationError("--latency takes milliseconds from 0 to 60000.")
    }
    guard path == nil || store == nil else {
      throw ValidationError(
        "A spec is not applied to a --store, which has a lock of its own: lockstep apply does that."
      )
    }
    guard path != nil || choice.isSilent else {
      throw ValidationError("--environment and --var belong to a spec, and none is named.")
    }
    guard rateLimit ?? 1 >= 1 else {
      throw ValidationError("--rate-limit takes a number of requests of at least 1.")
    }
  }

  func run(in session: Session) async -> ExitStatus {
    let reporter = Reporter(session)
    var credential: String?
    if requireAuth {
      guard let value = session.environment["LOCKSTEP_EMULATOR_AUTH"], !value.isEmpty else {
        return reporter.fail([.authMissing], .invalid)
      }
      credential = value
    }
    let options = EmulatorOptions(
      storePath: store.map(session.absolute),
      requiredCredential: credential,
      rateLimitPerMinute: rateLimit,
      keepsTime: true
    )
    do throws(Preparation.Failure) {
      return await serve(try await emulator(options, in: session), reporter)
    } catch {
      return reporter.fail(error.diagnostics, error.status)
    }
  }

  /// An emulator that holds what the spec declares, if one is named.
  private func emulator(
    _ options: EmulatorOptions,
    in session: Session
  ) async throws(Preparation.Failure) -> EmulatorInstance {
    guard let path else { return try opened(options) }
    let spec = try EmulatedSpec(path, choice, in: session)
    // What is applied neither has the credential that is required later nor counts as requests.
    let deployed = try opened(EmulatorOptions())
    _ = try await Deploying(spec, to: EmulatorTransport(deployed), in: session).deploy()
    return await EmulatorInstance(options, continuing: deployed)
  }

  private func opened(_ options: EmulatorOptions) throws(Preparation.Failure) -> EmulatorInstance {
    do throws(EmulatorError) {
      return try EmulatorInstance(options)
    } catch {
      throw Preparation.Failure(status: ExitStatus(error), diagnostics: [.store(error)])
    }
  }

  private func serve(_ emulator: EmulatorInstance, _ reporter: Reporter) async -> ExitStatus {
    let session = reporter.session
    let server = EmulationServer(
      emulator: emulator,
      port: port,
      latency: .milliseconds(latency)
    )
    do {
      let interrupts = session.catchesInterrupts ? try Interrupts.install() : nil
      defer { interrupts?.remove() }
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await server.run { port in
            session.write(
              """
              The emulated Zendesk and Braze listen on http://127.0.0.1:\(port), and a browser \
              shows them there. Ctrl-C ends it.

              """
            )
          }
        }
        if let interrupts {
          group.addTask {
            for await _ in interrupts.deliveries { return }
          }
        }
        try await group.next()
        group.cancelAll()
        while let _ = await group.nextResult() {}
      }
      try await emulator.close()
      return .done
    } catch let error as EmulatorError {
      return reporter.fail([.store(error)], .failed)
    } catch {
      var problems = [Diagnostic.notServed(port, error)]
      do throws(EmulatorError) {
        try await emulator.close()
      } catch {
        problems.append(.store(error))
      }
      return reporter.fail(problems, .unreachable)
    }
  }
}

extension Diagnostic {
  fileprivate static var authMissing: Diagnostic {
    Diagnostic(
      code: "environment-variable-not-set",
      summary: "An environment variable is not set",
      detail: "--require-auth takes the credential from LOCKSTEP_EMULATOR_AUTH, which is not set."
    )
  }

  fileprivate static func notServed(_ port: Int, _ error: any Error) -> Diagnostic {
    Diagnostic(
      code: "port-unavailable",
      summary: "The emulator cannot listen",
      detail: "The emulator \(error). Choose another port with --port, or 0 for any free one."
    )
  }
}
