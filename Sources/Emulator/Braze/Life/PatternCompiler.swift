/// Reads a regular expression and writes the steps of a `Pattern`.
struct PatternCompiler {
  private typealias Step = Pattern.Step

  private let characters: [Unicode.Scalar]
  private var place = 0
  private var depth = 0
  let ignoresCase: Bool

  private static let depthLimit = 50

  init(_ text: String) {
    ignoresCase = text.hasPrefix("(?i)")
    characters = Array(text.unicodeScalars.dropFirst(ignoresCase ? 4 : 0))
  }

  mutating func compile() throws(PatternError) -> [Pattern.Step] {
    let steps = try alternatives()
    guard place == characters.count else { throw PatternError(reason: "a ) closes nothing") }
    return steps + [.match]
  }

  private var next: Unicode.Scalar? { place < characters.count ? characters[place] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == character else { return false }
    place += 1
    return true
  }

  /// Places in steps are counted from the first of the part until the part is put into another.
  private mutating func alternatives() throws(PatternError) -> [Step] {
    var steps = try sequence()
    while take("|") {
      let other = try sequence()
      let join = steps.count + 2 + other.count
      steps =
        [.either(1, steps.count + 2)] + Self.moved(steps, by: 1) + [.jump(join)]
        + Self.moved(other, by: steps.count + 2)
      try check(steps)
    }
    return steps
  }

  private mutating func sequence() throws(PatternError) -> [Step] {
    var steps: [Step] = []
    while let character = next, character != "|", character != ")" {
      let part = try repeated(try atom())
      steps += Self.moved(part, by: steps.count)
      try check(steps)
    }
    return steps
  }

  private mutating func atom() throws(PatternError) -> [Step] {
    let character = characters[place]
    place += 1
    switch character {
    case "(": return try group()
    case "[": return [.character(try bracket())]
    case ".": return [.character(.any)]
    case "^": return [.start]
    case "$": return [.end]
    case "\\": return [try escape()]
    case "*", "+", "?": throw PatternError(reason: "\(character) repeats nothing")
    default: return [.character(.one(folded(character)))]
    }
  }

  private mutating func group() throws(PatternError) -> [Step] {
    if take("?") {
      guard take(":") else { throw PatternError(reason: "(? is not known but for (?: and (?i)") }
    }
    depth += 1
    guard depth <= Self.depthLimit else { throw PatternError(reason: "it is nested too deeply") }
    let steps = try alternatives()
    depth -= 1
    guard take(")") else { throw PatternError(reason: "a ( is not closed") }
    return steps
  }

  private mutating func escape() throws(PatternError) -> Step {
    guard let letter = next else { throw PatternError(reason: "it ends with a backslash") }
    place += 1
    switch letter {
    case "b": return .wordBoundary(true)
    case "B": return .wordBoundary(false)
    case "A": return .start
    case "z", "Z": return .end
    default: return .character(try named(letter))
    }
  }

  private func named(_ letter: Unicode.Scalar) throws(PatternError) -> PatternSet {
    if let set = PatternSet.named(letter) { return set }
    switch letter {
    case "n": return .one("\n")
    case "r": return .one("\r")
    case "t": return .one("\t")
    default: break
    }
    guard !PatternSet.word.contains(letter) || letter == "_" else {
      throw PatternError(reason: "\\\(letter) is not known")
    }
    return .one(folded(letter))
  }

  private mutating func bracket() throws(PatternError) -> PatternSet {
    var set = PatternSet(ranges: [], isNegated: take("^"))
    var isFirst = true
    while isFirst || next != "]" {
      isFirst = false
      let low = try member()
      guard let first = low.single, next == "-",
        place + 1 < characters.count, characters[place + 1] != "]"
      else {
        set.ranges += low.isNegated ? low.inverseRanges : low.ranges
        continue
      }
      place += 1
      let high = try member()
      guard let last = high.single, first <= last else {
        throw PatternError(reason: "a range in [ ] has no end, or runs backwards")
      }
      set.ranges.append(first...last)
    }
    place += 1
    return set
  }

  private mutating func member() throws(PatternError) -> PatternSet {
    guard let character = next else { throw PatternError(reason: "a [ is not closed") }
    place += 1
    guard character == "\\" else {
      guard character != "[" || next != ":" else {
        throw PatternError(reason: "[: is not known")
      }
      return .one(folded(character))
    }
    guard let letter = next else { throw PatternError(reason: "a [ is not closed") }
    place += 1
    return try named(letter)
  }

  /// With whatever says how often; whether as much as possible or as little makes no difference to
  /// whether it is found.
  private mutating func repeated(_ part: [Step]) throws(PatternError) -> [Step] {
    guard let (least, most) = try count() else { return part }
    if take("+") { throw PatternError(reason: "possessive repetition is not known") }
    _ = take("?")
    guard (part.count + 1) * max(least, most ?? least) <= Pattern.stepLimit else {
      throw Self.tooLong
    }
    var steps: [Step] = []
    for _ in 0..<least { steps += Self.moved(part, by: steps.count) }
    guard let most else {
      let start = steps.count
      steps += [.either(start + 1, start + part.count + 2)]
      return steps + Self.moved(part, by: start + 1) + [.jump(start)]
    }
    for _ in least..<max(least, most) {
      let start = steps.count
      steps += [.either(start + 1, start + part.count + 1)] + Self.moved(part, by: start + 1)
    }
    return steps
  }

  /// How often at least and at most; nil where nothing says so. A { that is none is a character.
  private mutating func count() throws(PatternError) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = place
    guard take("{"), let least = number() else {
      place = start
      return nil
    }
    let most: Int? = take(",") ? number() : least
    guard take("}") else {
      place = start
      return nil
    }
    guard most.map({ $0 >= least }) ?? true else {
      throw PatternError(reason: "a { } wants less at most than at least")
    }
    return (least, most)
  }

  /// Nil where there is none; with more digits than any limit allows it is one too many.
  private mutating func number() -> Int? {
    let digits = characters[place...].prefix { PatternSet.digit.contains($0) }
    place += digits.count
    guard !digits.isEmpty else { return nil }
    return Int(String(String.UnicodeScalarView(digits.prefix(9))))
  }

  private func folded(_ character: Unicode.Scalar) -> Unicode.Scalar {
    guard ignoresCase else { return character }
    return String(character).lowercased().unicodeScalars.first ?? character
  }

  private func check(_ steps: [Step]) throws(PatternError) {
    guard steps.count <= Pattern.stepLimit else { throw Self.tooLong }
  }

  private static let tooLong = PatternError(reason: "it is too long")

  private static func moved(_ steps: [Step], by count: Int) -> [Step] {
    steps.map { step in
      switch step {
      case .either(let one, let other): .either(one + count, other + count)
      case .jump(let target): .jump(target + count)
      default: step
      }
    }
  }
}
