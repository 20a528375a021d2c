import CBench
import Foundation
import Workload

/// An apply that creates a thousand triggers, ten requests in flight, at 50 ms.
enum Writing {
  private static let rounds = 3
  private static let width = 10

  static func lines(_ bench: Bench) throws -> [Line] {
    var bare: [Double] = []
    var applies: [Double] = []
    var writes = 0
    for round in 0..<rounds {
      bare.append(try bareSeconds(bench, store: "bare\(round)"))
      let store = "writing\(round)"
      let emulator = try Emulator(bench, store: store)
      let empty = try bench.spec(Workload(triggers: 0), port: emulator.port, named: "spec\(round)")
      try bench.run([bench.lockstep, "apply", empty, "--yes", "--parallelism", "32"])
      emulator.stop()
      let slow = try Emulator(bench, store: store, latency: 50, port: emulator.port)
      defer { slow.stop() }
      let spec = try bench.spec(Workload(triggers: 1_000), port: slow.port, named: "spec\(round)")
      let watch = LockWatch(folder: spec)
      let apply = [bench.lockstep, "apply", spec, "--yes", "--parallelism", "\(width)"]
      applies.append(try bench.run(apply).0.seconds)
      writes = max(writes, watch.stop())
    }
    return [
      Line(
        name: "apply creating 1,000 triggers at 50 ms, 10 at a time, to 1,000 bare requests",
        figure: applies.median,
        base: bare.median,
        unit: "s",
        bound: .ratio(1.3)
      ),
      Line(
        name: "  times the lock was written",
        figure: Double(writes),
        unit: "times",
        bound: .most((applies.max() ?? 0).rounded(.up) + 1)
      ),
    ]
  }

  /// A thousand creations by a client that does nothing else.
  private static func bareSeconds(_ bench: Bench, store: String) throws -> Double {
    let emulator = try Emulator(bench, store: store, latency: 50)
    defer { emulator.stop() }
    let body = { (number: Int) in
      #"{"trigger":{"title":"Bare \#(number)","conditions":{"all":[{"field":"status","#
        + #""operator":"is","value":"new"}]},"actions":[{"field":"status","value":"open"}]}}"#
    }
    let requests = (0..<1_000).map { number in
      "POST /api/v2/triggers HTTP/1.1\r\nHost: 127.0.0.1:\(emulator.port)\r\n"
        + "Authorization: Bearer bench\r\nContent-Type: application/json\r\n"
        + "Content-Length: \(body(number).utf8.count)\r\n\r\n\(body(number))"
    }
    return try Reading.seconds(of: requests, width: width, emulator.port)
  }
}
