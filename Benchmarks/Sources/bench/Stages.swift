import Workload

/// Parse, decode, resolve and diff, without a network, and how the cost grows.
enum Stages {
  private struct Cost {
    var seconds: [Double] = []
    var bytes = 0.0
  }

  static func lines(_ bench: Bench) throws -> [Line] {
    let file = try Parsing.file(bench)
    var least: [Double] = []
    var costs: [Int: Cost] = [:]
    let sizes = [1_000, 10_000, 100_000]
    for round in 0..<Bench.rounds {
      least += try bench.seconds([bench.program("libyaml-events"), file, "3"])
      for size in sizes where size < 100_000 || round < 2 {
        // Small ones are repeated, since a clock is coarse.
        let runs = max(1, 10_000 / size)
        let figures = try bench.seconds([bench.program("stages"), "\(size)", "\(runs)"])
        costs[size, default: Cost()].seconds += figures.dropFirst().dropLast()
        costs[size]?.bytes = figures.last ?? .nan
      }
    }
    let middle = costs[10_000]?.seconds.median ?? .nan
    var lines = [
      Line(
        name: "parse + decode + resolve + diff, 10,000 resources, to a bare libyaml loop",
        figure: middle * 1000,
        base: least.median * 1000,
        unit: "ms",
        bound: .ratio(10)
      )
    ]
    let empty = try bench.seconds([bench.program("stages"), "150", "1"]).last ?? 0
    let bytesEach = ((costs[10_000]?.bytes ?? .nan) - empty) / 10_000
    for size in sizes where size != 10_000 {
      lines.append(
        Line(
          name: "time a resource at \(size), to 10,000",
          figure: (costs[size]?.seconds.median ?? .nan) / Double(size) * 1e6,
          base: middle / 10_000 * 1e6,
          unit: "us",
          bound: .ratio(1.2)
        )
      )
      lines.append(
        Line(
          name: "memory a resource at \(size), to 10,000",
          figure: ((costs[size]?.bytes ?? .nan) - empty) / Double(size) / 1024,
          base: bytesEach / 1024,
          unit: "KiB",
          bound: .ratio(1.2)
        )
      )
    }
    return lines
  }
}
