/// Which characters stand at a place of a `Pattern`.
struct PatternSet: Sendable, Hashable {
  var ranges: [ClosedRange<Unicode.Scalar>]
  var isNegated = false

  func contains(_ character: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(character) } != isNegated
  }

  static func one(_ character: Unicode.Scalar) -> PatternSet {
    PatternSet(ranges: [character...character])
  }

  static let digit = PatternSet(ranges: ["0"..."9"])
  static let word = PatternSet(ranges: ["a"..."z", "A"..."Z", "0"..."9", "_"..."_"])
  static let blank = PatternSet(ranges: [" "..." ", "\t"..."\r"])
  /// Everything but a line break.
  static let any = PatternSet(ranges: ["\n"..."\n"], isNegated: true)

  /// The character, where it is one alone.
  var single: Unicode.Scalar? {
    guard ranges.count == 1, !isNegated, let range = ranges.first,
      range.lowerBound == range.upperBound
    else { return nil }
    return range.lowerBound
  }

  var negated: PatternSet { PatternSet(ranges: ranges, isNegated: !isNegated) }

  /// What is not in `ranges`, as ranges.
  var inverseRanges: [ClosedRange<Unicode.Scalar>] {
    var (found, next): ([ClosedRange<Unicode.Scalar>], UInt32) = ([], 0)
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound.value > next, let low = Unicode.Scalar(next),
        let high = Unicode.Scalar(range.lowerBound.value - 1)
      {
        found.append(low...high)
      }
      next = max(next, range.upperBound.value + 1)
    }
    if let low = Unicode.Scalar(next) { found.append(low..."\u{10FFFF}") }
    return found
  }

  /// The set that a letter after a backslash stands for.
  static func named(_ letter: Unicode.Scalar) -> PatternSet? {
    switch letter {
    case "d": digit
    case "D": digit.negated
    case "w": word
    case "W": word.negated
    case "s": blank
    case "S": blank.negated
    default: nil
    }
  }
}
