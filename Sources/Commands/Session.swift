package import Client
package import Messages
package import Platform

/// One run of the command line with everything around it, so that a test can be all of that.
package struct Session: Sendable {
  package var environment: ProcessEnvironment
  /// The working folder, absolute: what relative paths are relative to.
  package var folder: String
  package var isInputTerminal: Bool
  package var isOutputTerminal: Bool
  package var isErrorTerminal: Bool
  /// The width in columns of the terminal that standard output is; nil if none is known.
  package var outputWidth: Int?
  /// The width in columns of the terminal that standard error is; nil if none is known.
  package var errorWidth: Int?
  /// The next line a person types; nil at the end of the input.
  package var readLine: @Sendable () -> String?
  /// Writes to standard output.
  package var write: @Sendable (String) -> Void
  /// Writes to standard error.
  package var complain: @Sendable (String) -> Void
  /// Time for the clients; its `isStopping` is replaced by the run's own.
  package var timing: @Sendable (_ isStopping: @escaping @Sendable () -> Bool) -> Timing
  /// The time of day, in whole seconds since 1970-01-01T00:00:00Z.
  package var now: @Sendable () -> Int
  /// An emulator that runs already in this process, by its store's path.
  package var runningEmulator: @Sendable (_ store: String) -> (any Transport)?
  /// The wish to stop.
  package var stop: StopSwitch
  /// Whether Ctrl-C is ours to hear: it belongs to the process, not to a test in it.
  package var catchesInterrupts: Bool

  package init(
    environment: ProcessEnvironment,
    folder: String,
    isInputTerminal: Bool = false,
    isOutputTerminal: Bool = false,
    isErrorTerminal: Bool = false,
    outputWidth: Int? = nil,
    errorWidth: Int? = nil,
    readLine: @escaping @Sendable () -> String? = { nil },
    write: @escaping @Sendable (String) -> Void,
    complain: @escaping @Sendable (String) -> Void,
    timing: @escaping @Sendable (@escaping @Sendable () -> Bool) -> Timing = Timing.system,
    now: @escaping @Sendable () -> Int = WallClock.epochSeconds,
    runningEmulator: @escaping @Sendable (String) -> (any Transport)? = { _ in nil },
    stop: StopSwitch = StopSwitch(),
    catchesInterrupts: Bool = false
  ) {
    self.environment = environment
    self.folder = folder
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.outputWidth = outputWidth
    self.errorWidth = errorWidth
    self.readLine = readLine
    self.write = write
    self.complain = complain
    self.timing = timing
    self.now = now
    self.runningEmulator = runningEmulator
    self.stop = stop
    self.catchesInterrupts = catchesInterrupts
  }

  /// `path` as an absolute one.
  func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  /// `path` as a person in the working folder would write it.
  func relative(_ path: String) -> String {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
  }
}
