import CBench
import Workload

/// What every command costs, and validation offline.
enum Start {
  static func lines(_ bench: Bench) throws -> [Line] {
    let spec = try bench.spec(Workload(triggers: 850), port: 9, named: "start-spec")
    var version: [Double] = []
    var validation: [Double] = []
    for _ in 0..<(Bench.rounds * 3) {
      version.append(try bench.run([bench.lockstep, "--version"]).0.seconds)
      validation.append(try bench.run([bench.lockstep, "validate", spec]).0.seconds)
    }
    return [
      Line(
        name: "lockstep --version",
        figure: version.median * 1000,
        unit: "ms",
        bound: .most(20)
      ),
      Line(
        name: "lockstep validate, 1,000 resources",
        figure: validation.median * 1000,
        unit: "ms",
        bound: .most(500)
      ),
    ]
  }
}
