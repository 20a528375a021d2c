import Foundation
import Yams

/// Composes a file into nodes, several times; prints the seconds of each.
@main
enum Main {
  static func main() throws {
    let arguments = CommandLine.arguments
    let text = try String(contentsOfFile: arguments[1], encoding: .utf8)
    for _ in 0..<(Int(arguments[2]) ?? 1) {
      let start = ContinuousClock.now
      let root = try Yams.compose(yaml: text)
      let duration = start.duration(to: .now)
      guard root != nil else { exit(1) }
      print(duration / .seconds(1))
    }
  }
}
