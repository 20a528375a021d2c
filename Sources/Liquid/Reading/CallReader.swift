/// Collects the text, outputs and `:name value` options of a platform's tag.
struct CallReader {
  private let name: Name
  private var subject: [Call.Piece] = []
  private var options: [(name: Name, value: [Call.Piece])] = []

  init(name: Name) {
    self.name = name
  }

  mutating func append(_ piece: Call.Piece) {
    if options.isEmpty {
      subject.append(piece)
    } else {
      options[options.count - 1].value.append(piece)
    }
  }

  /// Takes text apart at the colons that begin an option: those behind a blank and before a name.
  mutating func append(_ range: Range<Int>, of source: TemplateSource) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let next = index + 1
      guard source.bytes[index] == .colon, index == 0 || source.bytes[index - 1].isBlank,
        next < range.upperBound, source.bytes[next].beginsName
      else {
        index = next
        continue
      }
      append(text: source.text(start..<index))
      let end = (next..<range.upperBound).first { !source.bytes[$0].isWord } ?? range.upperBound
      let option = Name(text: source.text(next..<end), range: source.written(next..<end))
      options.append((option, []))
      start = end
      index = end
    }
    append(text: source.text(start..<range.upperBound))
  }

  private mutating func append(text: String) {
    if !text.utf8.allSatisfy(\.isBlank) { append(.text(text)) }
  }

  var call: Call {
    Call(
      name: name,
      subject: Self.trimmed(subject),
      options: options.map { Call.Option(name: $0.name, value: Self.trimmed($0.value)) },
      saved: options.last { $0.name.text == "save" }.flatMap { option in
        guard case .text(let text) = Self.trimmed(option.value).first else { return nil }
        return Name(text: text, range: option.name.range)
      }
    )
  }

  /// `pieces` without the blanks around them.
  private static func trimmed(_ pieces: [Call.Piece]) -> [Call.Piece] {
    var pieces = pieces
    if case .text(let text) = pieces.first {
      pieces[0] = .text(String(decoding: text.utf8.drop(while: \.isBlank), as: UTF8.self))
    }
    if case .text(let text) = pieces.last {
      let kept = text.utf8.reversed().drop(while: \.isBlank).reversed()
      pieces[pieces.count - 1] = .text(String(decoding: Array(kept), as: UTF8.self))
    }
    return pieces
  }
}
