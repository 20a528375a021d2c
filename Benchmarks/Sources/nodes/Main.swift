import Foundation
import YAML

/// Parses a file into nodes, several times; prints the seconds of each.
@main
enum Main {
  static func main() throws {
    let arguments = CommandLine.arguments
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: arguments[1])))
    for _ in 0..<(Int(arguments[2]) ?? 1) {
      let start = ContinuousClock.now
      let (root, diagnostics) = YAMLDocument.parse(bytes, name: arguments[1])
      let duration = start.duration(to: .now)
      guard root != nil, diagnostics.isEmpty else { exit(1) }
      print(duration / .seconds(1))
    }
  }
}
