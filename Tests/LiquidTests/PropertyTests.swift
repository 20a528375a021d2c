import Diagnostics
import Testing

@testable import Liquid

/// What holds for every text.
struct PropertyTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `what was written is what is read`(_ seed: UInt64) {
    let random = RandomTemplate(seed: seed)
    let template = Template(random.text, dialect: .braze)
    #expect(template.problems.isEmpty)
    #expect(Outline.of(template.root) == random.outline)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `what was damaged is read without harm`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let start = RandomTemplate(seed: seed).text
    for dialect in Dialect.all {
      let text = Self.damaged(start, &generator)
      let template = Template(text, dialect: dialect)
      expectPlaces(template)
      expectStretches(template)
      expectQuestions(template)
    }
  }

  @Test func `text without braces is left as it is`() {
    for text in ["", "a", "é\n{ } % {", "}} %}", "🙂"] {
      let skeletons = Template(text, dialect: .braze).skeletons { _ in "" }
      #expect(skeletons.map(\.text) == [text])
    }
  }

  /// `text` with a few pieces cut out, doubled, or put in.
  private static func damaged(_ text: String, _ generator: inout SeededGenerator) -> String {
    let pieces = [
      "{{", "}}", "{%", "%}", "-", "'", "\"", "${", "}", "|", "[", "(", "..", "<!--", "-->", "é",
      "{% endif %}", "{% else %}", "{% liquid\n", "{% raw %}", "{% comment %}", "\n", "“", ":", "#",
    ]
    var characters = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let at = Int.random(in: 0...characters.count, using: &generator)
      let length = min(Int.random(in: 1...5, using: &generator), characters.count - at)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: characters.removeSubrange(at..<(at + length))
      case 1: characters.insert(contentsOf: characters[at..<(at + length)], at: at)
      default:
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        characters.insert(contentsOf: piece.unicodeScalars, at: at)
      }
    }
    return String(String.UnicodeScalarView(characters))
  }

  /// Every place lies in the text, in order, and holds what it is said to hold.
  private func expectPlaces(_ template: Template) {
    let bytes = Array(template.text.utf8)
    expectPlaces(template.root, in: 0..<bytes.count, bytes)
    for problem in template.problems {
      #expect(problem.range.lowerBound >= 0 && problem.range.upperBound <= bytes.count)
      expectPosition(of: problem.range.lowerBound, template)
    }
    for mention in TemplateIndex(template).mentions {
      guard case .name(let name) = mention.variable.root else { continue }
      #expect(bytes[mention.variable.range].starts(with: name.utf8))
    }
  }

  /// The line and column of an offset lead back to it.
  private func expectPosition(of offset: Int, _ template: Template) {
    let position = template.position(of: offset)
    let lines = template.text.unicodeScalars.split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let before = lines.prefix(Int(position.line) - 1).map { String($0).utf8.count + 1 }
    let line = lines[Int(position.line) - 1].prefix(Int(position.column) - 1)
    #expect(before.reduce(0, +) + String(line).utf8.count == offset)
  }

  private func expectPlaces(_ block: Block, in range: Range<Int>, _ bytes: [UInt8]) {
    var last = range.lowerBound
    for node in block.nodes {
      #expect(node.range.lowerBound >= last && node.range.upperBound <= range.upperBound)
      last = node.range.upperBound
      switch node.form {
      case .text(let text), .raw(let text), .broken(let text):
        #expect(bytes[node.range].elementsEqual(text.utf8))
      case .capture(_, let body), .ifChanged(let body): expectPlaces(body, in: node.range, bytes)
      case .conditional(let branches), .choice(_, let branches):
        for branch in branches { expectPlaces(branch.body, in: node.range, bytes) }
      case .loop(_, let body, let otherwise):
        expectPlaces(body, in: node.range, bytes)
        if let otherwise { expectPlaces(otherwise, in: node.range, bytes) }
      default: break
      }
    }
  }

  /// One begins where the last ended, from the first byte to the end.
  private func expectStretches(_ template: Template) {
    let ranges = template.stretches.map(\.range)
    #expect(ranges.allSatisfy { !$0.isEmpty })
    let ends = [0] + ranges.map(\.upperBound)
    #expect(ranges.map(\.lowerBound) + [template.text.utf8.count] == ends)
  }

  private func expectQuestions(_ template: Template) {
    let index = TemplateIndex(template)
    let count = template.text.utf8.count
    let skeletons = template.skeletons { _ in "__" }
    #expect(skeletons.count <= Limits.skeletons)
    for skeleton in skeletons {
      for offset in 0...skeleton.bytes.count {
        #expect((0...count).contains(skeleton.offsetInTemplate(of: offset)))
      }
      for filling in skeleton.fillings {
        #expect(String(decoding: skeleton.bytes[filling.range], as: UTF8.self) == "__")
        for source in index.sources(of: filling.output) {
          #expect(source.variable.range.upperBound <= count)
        }
      }
    }
  }
}
