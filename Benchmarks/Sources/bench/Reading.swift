import CBench
import Foundation
import Workload

/// A plan with nothing to do, against a server that takes its time.
enum Reading {
  /// With the four triggers that a new account has, a thousand.
  static let workload = Workload(triggers: 996)
  static let latency = 50

  static func lines(_ bench: Bench) throws -> [Line] {
    let filling = try Emulator(bench, store: "reading")
    let port = filling.port
    let spec = try bench.spec(workload, port: port, named: "reading-spec")
    try bench.run([bench.lockstep, "apply", spec, "--yes", "--parallelism", "32"])
    filling.stop()

    let plan = [bench.lockstep, "plan", spec, "--detailed-exitcode"]
    let emulator = try Emulator(bench, store: "reading", latency: latency, port: port)
    defer { emulator.stop() }
    try bench.run(plan)
    let requests = try emulator.requests(bench)
    let lists = requests.filter { $0["method"] as? String == "GET" }.count
    var chains: [Double] = []
    var plans: [Double] = []
    for _ in 0..<Bench.rounds {
      chains.append(try chain(port))
      plans.append(try bench.run(plan).0.seconds)
    }
    emulator.stop()
    let slow = try time(plan, bench, latency: 450, port)
    let quick = try time(plan, bench, latency: 50, port)
    let others = Double(requests.count - lists)
    return [
      Line(
        name: "plan among 1,000 triggers, 41 categories, 50 webhooks, 60 fields: list requests",
        figure: Double(lists),
        unit: "requests",
        bound: .exactly(13)
      ),
      Line(name: "  other requests", figure: others, unit: "requests", bound: .exactly(0)),
      Line(
        name: "  whole command at 50 ms, to its longest list page by page",
        figure: plans.median * 1000,
        base: chains.median * 1000,
        unit: "ms",
        bound: .ratio(1.5)
      ),
      Line(
        name: "  round trips, by what 400 ms more latency add",
        figure: ((slow - quick) / 0.4 * 10).rounded() / 10,
        unit: "trips",
        bound: .most(4)
      ),
    ]
  }

  private static func time(
    _ plan: [String],
    _ bench: Bench,
    latency: Int,
    _ port: Int
  ) throws -> Double {
    let emulator = try Emulator(bench, store: "reading", latency: latency, port: port)
    defer { emulator.stop() }
    return try (0..<3).map { _ in try bench.run(plan).0.seconds }.median
  }

  /// The seconds that the ten pages of triggers need one after the other.
  private static func chain(_ port: Int) throws -> Double {
    let requests = (1...10).map { page in
      "GET /api/v2/triggers?page=\(page)&per_page=100 HTTP/1.1\r\n"
        + "Host: 127.0.0.1:\(port)\r\nAuthorization: Bearer bench\r\n\r\n"
    }
    return try seconds(of: requests, width: 1, port)
  }

  /// The seconds that a client which does nothing else needs for `requests`.
  static func seconds(of requests: [String], width: Int, _ port: Int) throws -> Double {
    var pointers = requests.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    let seconds = send_all(Int32(port), Int32(width), Int32(requests.count), pointers)
    guard seconds > 0 else {
      throw Failure(what: "the bare client", text: "an answer was no success")
    }
    return seconds
  }
}
