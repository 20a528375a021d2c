internal import Values

/// What the door takes for a value, for checks that explain themselves.
indirect enum DoorShape: Sendable {
  case anything, flag, uuid
  /// With as many characters.
  case text(ClosedRange<Int>)
  case number(ClosedRange<Int>)
  case choice([String])
  case list(DoorShape)
  /// An object with any names.
  case map(DoorShape)
  case members([Member])
  /// An object whose "type" says which members it has besides.
  case variants([String: [Member]])

  struct Member: Sendable {
    var name: String
    var shape: DoorShape
    var isRequired = false

    static func required(_ name: String, _ shape: DoorShape) -> Member {
      Member(name: name, shape: shape, isRequired: true)
    }

    static func optional(_ name: String, _ shape: DoorShape) -> Member {
      Member(name: name, shape: shape)
    }
  }

  /// Any text that is not empty.
  static let words = text(1...Int.max)
  static let freeText = text(0...Int.max)

  /// - Parameter path: Where `value` stands, for the explanation; empty for a whole body.
  /// - Throws: 400.
  func check(_ value: Value, at path: String = "") throws(Refusal) {
    switch self {
    case .anything: return
    case .flag: try demand(value.boolean != nil, path, "must be true or false")
    case .uuid: try demand(value.text.map(Identifiers.isUUID) == true, path, "must be a UUID")
    case .text(let range):
      let rule = range.upperBound == .max ? "" : " of at most \(range.upperBound) characters"
      try demand(
        value.text.map { range.contains($0.count) } == true,
        path,
        range.lowerBound == 0 ? "must be a text" + rule : "must be a text that is not empty" + rule
      )
    case .number(let range):
      try demand(
        value.integer.map(range.contains) == true,
        path,
        "must be a number from \(range.lowerBound) to \(range.upperBound)"
      )
    case .choice(let choices):
      try demand(
        value.text.map(choices.contains) == true,
        path,
        "must be one of \(choices.joined(separator: ", "))"
      )
    case .list(let shape):
      try demand(value.items != nil, path, "must be a list")
      for (index, item) in (value.items ?? []).enumerated() {
        try shape.check(item, at: "\(path)[\(index)]")
      }
    case .map(let shape):
      try demand(value.members != nil, path, "must be an object")
      for (name, value) in value.members ?? [:] {
        try shape.check(value, at: Self.path(path, name))
      }
    case .members(let members): try check(value, members, path)
    case .variants(let variants):
      let types = variants.keys.sorted()
      guard let type = value["type"]?.text, let members = variants[type] else {
        throw EmulatorDoor.mistake(
          "\(Self.path(path, "type")): must be one of \(types.joined(separator: ", "))"
        )
      }
      try check(value, members + [.required("type", .anything)], path)
    }
  }

  private func check(_ value: Value, _ members: [Member], _ path: String) throws(Refusal) {
    guard let given = value.members else {
      throw EmulatorDoor.mistake(path.isEmpty ? "expected an object" : "\(path): must be an object")
    }
    for name in given.keys where !members.contains(where: { $0.name == name }) {
      let names = members.map(\.name).joined(separator: ", ")
      throw EmulatorDoor.mistake("\(Self.path(path, name)): there is none; there is \(names)")
    }
    for member in members {
      if let value = given[member.name] {
        try member.shape.check(value, at: Self.path(path, member.name))
      } else {
        try demand(!member.isRequired, Self.path(path, member.name), "is missing")
      }
    }
  }

  private func demand(_ holds: Bool, _ path: String, _ rule: String) throws(Refusal) {
    guard holds else { throw EmulatorDoor.mistake(path.isEmpty ? rule : "\(path): \(rule)") }
  }

  private static func path(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }
}
