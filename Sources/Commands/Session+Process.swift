internal import Client
internal import Platform
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Session {
  /// The session of this process.
  static var process: Session {
    let folder: String
    do throws(FileError) {
      folder = try Folder.realPath(".")
    } catch {
      // Relative paths still work where the working folder has no name any more.
      folder = "."
    }
    return Session(
      environment: .current,
      folder: folder,
      isInputTerminal: Terminal.isTerminal(.input),
      isOutputTerminal: Terminal.isTerminal(.output),
      isErrorTerminal: Terminal.isTerminal(.error),
      outputWidth: Terminal.width(of: .output, environment: .current),
      errorWidth: Terminal.width(of: .error, environment: .current),
      readLine: { Terminal.readLine() },
      write: { put($0, .output) },
      complain: { put($0, .error) },
      catchesInterrupts: true
    )
  }

  /// Why a report did not reach standard output.
  private static let loss = Mutex<FileError?>(nil)

  private static func put(_ text: String, _ stream: StandardOutput.Stream) {
    do throws(FileError) {
      try StandardOutput.write(text, to: stream)
    } catch {
      // With `| head` nobody wants to read on, and a lost error message cannot be reported either.
      if stream == .output, !error.isBrokenPipe { loss.withLock { $0 = error } }
    }
  }

  /// `status`, unless what it stands for was never read by anybody.
  static func honest(_ status: ExitStatus) -> ExitStatus {
    guard let error = loss.withLock(\.self) else { return status }
    put("error: the report is lost: \(error)\n", .error)
    return status == .done || status == .changes ? .failed : status
  }
}

extension ExitStatus {
  /// Ends the process with this status.
  func endProcess() -> Never { exit(rawValue) }
}
