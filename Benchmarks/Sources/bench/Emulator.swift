import Foundation

/// An emulator that is served by a process of its own.
final class Emulator {
  let port: Int
  private let process = Process()

  /// - Parameters:
  ///   - latency: milliseconds.
  ///   - port: 0 for any free one.
  init(_ bench: Bench, store: String, latency: Int = 0, port: Int = 0) throws {
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: bench.lockstep)
    process.arguments = [
      "emulator", "--port", "\(port)", "--store", bench.path(store), "--latency", "\(latency)",
    ]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    var text = ""
    while !text.contains("\n") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw Failure(what: "lockstep emulator", text: text) }
      text += String(decoding: data, as: UTF8.self)
    }
    guard let found = text.firstMatch(of: /127\.0\.0\.1:(\d+)/), let number = Int(found.1) else {
      throw Failure(what: "lockstep emulator", text: text)
    }
    self.port = number
  }

  /// The requests so far, but for those to the emulator's own door.
  func requests(_ bench: Bench) throws -> [[String: Any]] {
    let request =
      "exec 3<>/dev/tcp/127.0.0.1/\(port); printf 'GET /_emulator/requests HTTP/1.1\\r\\nHost: "
      + "127.0.0.1\\r\\nConnection: close\\r\\n\\r\\n' >&3; sed '1,/^\\r$/d' <&3"
    let text = try bench.run(["bash", "-c", request]).output
    let answer = try JSONSerialization.jsonObject(with: Data(text.utf8))
    guard let list = (answer as? [String: Any])?["requests"] as? [[String: Any]] else {
      throw Failure(what: "the emulator's requests", text: text)
    }
    return list
  }

  func stop() {
    process.interrupt()
    process.waitUntilExit()
  }
}
