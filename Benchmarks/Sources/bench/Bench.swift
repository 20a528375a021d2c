import CBench
import Foundation
import Workload

/// The programs that are measured, and a folder for what they read and print.
struct Bench {
  /// How often each thing is measured; what is compared takes turns.
  static let rounds = 7

  let lockstep: String
  let folder: String
  private let programs: String

  init(lockstep: String) throws {
    self.lockstep = lockstep
    programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    folder = NSTemporaryDirectory() + "lockstep-bench-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    setenv("BENCH_TOKEN", "bench", 1)
    setenv("BENCH_KEY", "bench", 1)
  }

  func cleanUp() {
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      print("\(folder) is left over: \(error.localizedDescription)")
    }
  }

  /// One of the executables beside this one.
  func program(_ name: String) -> String { "\(programs)/\(name)" }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Runs a program to its end.
  ///
  /// - Throws: `Failure` if its exit status is not `status`.
  @discardableResult
  func run(_ arguments: [String], status: Int = 0) throws -> (measurement, output: String) {
    let output = path("output")
    var pointers = arguments.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    let result = measure(pointers, output)
    let text = try String(contentsOfFile: output, encoding: .utf8)
    guard result.status == status else {
      throw Failure(what: arguments.joined(separator: " "), text: "exit \(result.status): \(text)")
    }
    return (result, text)
  }

  /// The seconds that a program printed, a line a run.
  func seconds(_ arguments: [String]) throws -> [Double] {
    try run(arguments).output.split(separator: "\n").compactMap { Double($0) }
  }

  /// Writes a spec as a folder of files, and returns its path.
  func spec(_ workload: Workload, port: Int, named name: String) throws -> String {
    let folder = path(name)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let environment =
      "{zendesk: {url: 'http://127.0.0.1:\(port)', auth: {access_token: !env BENCH_TOKEN}}}"
    for file in workload.files(environment: environment) {
      try file.text.write(toFile: "\(folder)/\(file.name)", atomically: true, encoding: .utf8)
    }
    return folder
  }
}

/// A program that did not do what it was to be measured at.
struct Failure: Error, CustomStringConvertible {
  let what: String
  let text: String

  var description: String { "\(what)\n\(text)" }
}
