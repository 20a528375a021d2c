import Foundation
import Workload

/// Bytes to nodes, beside the least that libyaml needs and what others make of it.
enum Parsing {
  static let triggers = 10_000

  /// The file that parsers are compared on.
  static func file(_ bench: Bench) throws -> String {
    let path = bench.path("triggers.yaml")
    try Workload(triggers: triggers).text(of: 0..<triggers)
      .write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  static func lines(_ bench: Bench) throws -> [Line] {
    let file = try file(bench)
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../pyyaml.py").path
    let readers = [
      ("libyaml", [bench.program("libyaml-events"), file, "3"]),
      ("nodes", [bench.program("nodes"), file, "3"]),
      ("Yams", [bench.program("yams"), file, "3"]),
      ("PyYAML", ["python3", script, file, "3"]),
    ]
    var seconds: [String: [Double]] = [:]
    for _ in 0..<Bench.rounds {
      for (name, arguments) in readers where seconds[name]?.isEmpty != true {
        do {
          seconds[name, default: []] += try bench.seconds(arguments)
        } catch  where name == "PyYAML" {
          // Only a comparison, and not on every machine.
          seconds[name] = []
        }
      }
    }
    let least = seconds["libyaml"]?.median ?? .nan
    func line(_ name: String, _ reader: String, _ bound: Line.Bound) -> [Line] {
      guard let times = seconds[reader], !times.isEmpty else { return [] }
      return [
        Line(
          name: "\(name), 10,000 triggers, to a bare libyaml loop",
          figure: times.median * 1000,
          base: least * 1000,
          unit: "ms",
          bound: bound
        )
      ]
    }
    return line("parse into nodes", "nodes", .ratio(3))
      + line("  the same by Yams", "Yams", .none)
      + line("  the same by PyYAML (C loader)", "PyYAML", .none)
  }
}
