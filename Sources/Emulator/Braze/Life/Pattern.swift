/// A regular expression of an audience, compiled so that no text takes long to search.
///
/// A matcher that tries one way after the other, as Swift's does, takes for ever on some short
/// patterns (`(a+)+b`), and a spec may be anybody's. This one follows all ways at once, in time
/// that grows with the product of both lengths. The price is what needs memory of the way taken:
/// back references and looking around are not known, as little as Unicode classes.
struct Pattern: Sendable {
  enum Step: Sendable, Hashable {
    case character(PatternSet)
    case start
    case end
    case wordBoundary(Bool)
    case either(Int, Int)
    case jump(Int)
    case match
  }

  /// More steps than a pattern written by a person has; repetitions are written out.
  static let stepLimit = 1_000

  let steps: [Step]
  let ignoresCase: Bool

  /// - Throws: `PatternError` for what is no regular expression, or one beyond these means.
  init(_ text: String) throws(PatternError) {
    var compiler = PatternCompiler(text)
    steps = try compiler.compile()
    ignoresCase = compiler.ignoresCase
  }

  /// Whether it is found anywhere in the text.
  func isFound(in text: some StringProtocol) -> Bool {
    let characters = Array((ignoresCase ? text.lowercased() : String(text)).unicodeScalars)
    var current: Set<Int> = []
    for place in 0...characters.count {
      follow(0, at: place, characters, &current)
      if current.contains(steps.count - 1) { return true }
      guard place < characters.count else { break }
      var next: Set<Int> = []
      for index in current {
        if case .character(let set) = steps[index], set.contains(characters[place]) {
          follow(index + 1, at: place + 1, characters, &next)
        }
      }
      current = next
    }
    return current.contains(steps.count - 1)
  }

  /// Adds every step that is reached from one without a further character.
  private func follow(
    _ first: Int,
    at place: Int,
    _ characters: [Unicode.Scalar],
    _ reached: inout Set<Int>
  ) {
    var open = [first]
    while let index = open.popLast() {
      guard reached.insert(index).inserted else { continue }
      switch steps[index] {
      case .either(let one, let other): open += [one, other]
      case .jump(let target): open.append(target)
      case .start where place == 0: open.append(index + 1)
      case .end where place == characters.count: open.append(index + 1)
      case .wordBoundary(let wanted) where isBoundary(place, characters) == wanted:
        open.append(index + 1)
      case .start, .end, .wordBoundary, .character, .match: break
      }
    }
  }

  private func isBoundary(_ place: Int, _ characters: [Unicode.Scalar]) -> Bool {
    let before = place > 0 && PatternSet.word.contains(characters[place - 1])
    let after = place < characters.count && PatternSet.word.contains(characters[place])
    return before != after
  }
}

/// Why a text is no `Pattern`, in words.
struct PatternError: Error, Hashable {
  var reason: String
}
