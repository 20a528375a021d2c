import CBench
import Workload

/// What a large account needs in memory.
enum Size {
  static func lines(_ bench: Bench) throws -> [Line] {
    let emulator = try Emulator(bench, store: "size")
    defer { emulator.stop() }
    let workload = Workload(triggers: 9_850)
    let spec = try bench.spec(workload, port: emulator.port, named: "size-spec")
    try bench.run([bench.lockstep, "apply", spec, "--yes", "--parallelism", "32"])
    let plan = try bench.run([bench.lockstep, "plan", spec, "--detailed-exitcode"]).0
    return [
      Line(
        name: "plan of 10,000 resources: resident memory",
        figure: Double(plan.resident_kib) / 1024,
        unit: "MiB",
        bound: .most(150 * 1e6 / 1048576)
      )
    ]
  }
}
