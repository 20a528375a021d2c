internal import Planning
internal import Values

/// One attribute's difference, for a reader.
struct AttributeText {
  let palette: Palette
  let wrap: LineWrap

  /// How far the lines stand from the edge.
  private static let indent = "    "
  /// The longest difference that is shown in one line where no terminal says how wide it is.
  private static let lineLimit = 150

  init(palette: Palette, width: Int? = nil) {
    self.palette = palette
    wrap = LineWrap(width: width)
  }

  /// What an object is created with.
  func created(_ change: AttributeChange) -> [String] {
    laidOut(ValueText.member(change.path, change.after))
  }

  /// What was, and what is to be.
  func updated(_ change: AttributeChange) -> [String] {
    laidOut(difference(change))
  }

  /// What the spec says, and what somebody made of it.
  func drifted(_ change: AttributeChange) -> [String] {
    updated(AttributeChange(path: change.path, before: change.after, after: change.before))
  }

  /// The names of the attributes that `changes` are about, each once.
  static func names(_ changes: [AttributeChange]) -> String {
    changes.map(\.attribute).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }.joined(separator: ", ")
  }

  private func laidOut(_ lines: [String]) -> [String] {
    lines.flatMap { wrap.lines(Self.indent + $0) }
  }

  private func difference(_ change: AttributeChange) -> [String] {
    if change.isSecret { return ["\(change.path): (secret)"] }
    if let (before, after) = texts(change), before.contains("\n") || after.contains("\n") {
      return ["\(change.path):"] + LineDiff.lines(before, after).map(painted)
    }
    if let before = ValueText.line(change.before), let after = ValueText.line(change.after) {
      let line =
        "\(change.path): \(palette.paint(before, .removed)) -> \(palette.paint(after, .added))"
      let room = wrap.width.map { $0 - Self.indent.count } ?? .max
      if Columns.count(line) <= min(room, Self.lineLimit) { return [line] }
    }
    if case .string(let before)? = change.before, case .string(let after)? = change.after {
      let excerpt = TextDiff(before, after)
      return ["\(change.path):"] + side(.string(excerpt.before), "-", .removed)
        + side(.string(excerpt.after), "+", .added)
    }
    return ["\(change.path):"] + side(change.before, "-", .removed)
      + side(change.after, "+", .added)
  }

  /// Both sides as texts that can be compared by line; JSON as it is laid out for readers.
  private func texts(_ change: AttributeChange) -> (before: String, after: String)? {
    switch (change.before, change.after) {
    case (.string(let before)?, .string(let after)?): (before, after)
    case (.json(let before)?, .string(let after)?): (before.json(.pretty), after)
    case (.string(let before)?, .json(let after)?): (before, after.json(.pretty))
    default: nil
    }
  }

  private func side(_ value: Value?, _ sign: String, _ role: Palette.Role) -> [String] {
    guard let value else { return [] }
    return ValueText.lines(value).map { "  " + palette.paint("\(sign) \($0)", role) }
  }

  private func painted(_ line: LineDiff.Line) -> String {
    switch line {
    case .same(let text): "    " + ValueText.printable(text)
    case .removed(let text): "  " + palette.paint("- " + ValueText.printable(text), .removed)
    case .added(let text): "  " + palette.paint("+ " + ValueText.printable(text), .added)
    case .gap: "    " + palette.paint("...", .quiet)
    }
  }
}
