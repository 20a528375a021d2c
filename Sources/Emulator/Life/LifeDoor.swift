internal import HTTPTypes
internal import Values

/// The emulator's door to what goes on in it.
///
///     GET  wire?after=NUMBER   {"entries": […], "last": NUMBER}: what happened
///     GET  clock               {"now": "2026-…"}
///     POST clock               {"seconds": 3600}: time passes; what is due on the way happens
///     POST hold                what is due waits
///     DELETE hold              … no longer
///     GET  facts               what the vendors leave open, each with its readings
///     PUT  facts               {"zendesk-json-escaping": "verbatim"}
enum LifeDoor {
  static let roots: Set<String> = ["wire", "clock", "facts"]

  static func wire(_ life: Life, after number: Int) -> Value {
    [
      "entries": .list(life.chronicle.entries(after: number).map(\.document)),
      "last": .integer(life.chronicle.last),
    ]
  }

  static func facts(_ readings: Readings) -> Value {
    let facts = OpenFact.allCases.map { fact -> Value in
      [
        "name": .string(fact.rawValue), "reading": .string(readings.name(of: fact)),
        "touched": .boolean(readings.touched.contains(fact)),
        "readings": .list(
          fact.readings.map { ["name": .string($0.name), "meaning": .string($0.meaning)] }
        ),
      ]
    }
    return ["facts": .list(facts)]
  }

  /// - Throws: The answer to one who names a fact or a reading that there is not.
  static func chosen(_ body: Value) throws(Refusal) -> [OpenFact: String] {
    var chosen: [OpenFact: String] = [:]
    for (name, value) in body.members ?? [:] {
      guard let fact = OpenFact(rawValue: name) else {
        let names = OpenFact.allCases.map(\.rawValue).joined(separator: ", ")
        throw EmulatorDoor.mistake("\(name): there is \(names)")
      }
      let readings = fact.readings.map(\.name)
      guard let reading = value.text, readings.contains(reading) else {
        throw EmulatorDoor.mistake("\(name): must be one of \(readings.joined(separator: ", "))")
      }
      chosen[fact] = reading
    }
    return chosen
  }

  /// How long a year is, for which time can be moved on at once.
  private static let limit = 366 * 86_400

  static func seconds(_ body: Value) throws(Refusal) -> Int {
    guard let seconds = body["seconds"]?.integer, (0...limit).contains(seconds) else {
      throw EmulatorDoor.mistake("\"seconds\" must be a number from 0 to \(limit)")
    }
    return seconds
  }
}
