internal import Planning
internal import Values

/// One attribute's difference, for a reader.
struct AttributeText {
  let palette: Palette

  /// What an object is created with.
  func created(_ change: AttributeChange) -> [String] {
    ValueText.member(change.path, change.after)
  }

  /// What was, and what is to be.
  func updated(_ change: AttributeChange) -> [String] {
    if change.isSecret { return ["\(change.path): (secret)"] }
    if case .string(let before)? = change.before, case .string(let after)? = change.after,
      before.contains("\n") || after.contains("\n")
    {
      return ["\(change.path):"] + LineDiff.lines(before, after).map(painted)
    }
    if let before = ValueText.line(change.before), let after = ValueText.line(change.after),
      before.count + after.count + change.path.count <= 150
    {
      return [
        "\(change.path): \(palette.paint(before, .removed)) -> \(palette.paint(after, .added))"
      ]
    }
    return ["\(change.path):"] + side(change.before, "-", .removed)
      + side(change.after, "+", .added)
  }

  private func side(_ value: Value?, _ sign: String, _ role: Palette.Role) -> [String] {
    guard let value else { return [] }
    return ValueText.lines(value).map { palette.paint("  \(sign) \($0)", role) }
  }

  private func painted(_ line: LineDiff.Line) -> String {
    switch line {
    case .same(let text): "    " + ValueText.printable(text)
    case .removed(let text): palette.paint("  - " + ValueText.printable(text), .removed)
    case .added(let text): palette.paint("  + " + ValueText.printable(text), .added)
    case .gap: palette.paint("    ...", .quiet)
    }
  }
}
