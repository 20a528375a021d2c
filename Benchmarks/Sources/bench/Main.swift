import Foundation

/// `bench LOCKSTEP [POINT…]`: measures the release build LOCKSTEP and its rooms, and prints a table with a line
/// a figure.
@main
enum Main {
  static func main() throws {
    guard CommandLine.arguments.count >= 2 else { exit(64) }
    let chosen = CommandLine.arguments.dropFirst(2)
    let bench = try Bench(lockstep: CommandLine.arguments[1])
    var table = Table()
    var isWhole = true
    let points: [(name: String, lines: (Bench) throws -> [Line])] = [
      ("start", Start.lines), ("reading", Reading.lines), ("writing", Writing.lines),
      ("size", Size.lines), ("parsing", Parsing.lines), ("stages", Stages.lines),
    ]
    for point in points where chosen.isEmpty || chosen.contains(point.name) {
      FileHandle.standardError.write(Data("  \(point.name)\n".utf8))
      do {
        for line in try point.lines(bench) { table.add(line) }
      } catch {
        print("\(point.name) could not be measured: \(error)")
        isWhole = false
      }
    }
    print(table.text)
    bench.cleanUp()
    if !table.holds || !isWhole { exit(1) }
  }
}
