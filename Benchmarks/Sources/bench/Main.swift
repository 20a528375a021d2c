import Foundation

/// `bench LOCKSTEP`: measures the release build LOCKSTEP and its rooms, and prints a table with a line a point.
@main
enum Main {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else { exit(64) }
    let bench = try Bench(lockstep: CommandLine.arguments[1])
    defer { bench.cleanUp() }
    var table = Table()
    let points: [(Bench) throws -> [Line]] = [
      Parsing.lines, Stages.lines, Reading.lines, Writing.lines, Size.lines, Start.lines,
    ]
    for point in points {
      for line in try point(bench) {
        table.add(line)
        FileHandle.standardError.write(Data("  \(line.name)\n".utf8))
      }
    }
    print(table.text)
    exit(table.holds ? 0 : 1)
  }
}
