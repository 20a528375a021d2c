/// A session of the command line as a text: files, commands, what they print and how they end.
///
///     # What the story shows.
///     -- integration.yaml --
///     version: 1
///     -- end --
///     $ export NAME=value    sets a variable of the process environment
///     < yes                  what a person types at the next command's prompt
///     $ lockstep plan        a command; what it prints follows, standard error behind "! "
///     ? 2                    its exit status
///     @ PUT /path {…}        another client's request; {address} stands for that object's id
struct Story {
  enum Step {
    case file(name: String, content: String)
    case variable(name: String, value: String)
    case typed(String)
    case command(String)
    case request(method: String, path: String, body: String)
  }

  /// A step with the lines that belong to it in the text.
  struct Part {
    let step: Step?
    var lines: [String]
  }

  private(set) var parts: [Part] = []

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    if lines.last == "" { lines.removeLast() }
    while let line = lines.popFirst() {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        var content: [String] = []
        while let next = lines.popFirst(), next != "-- end --" { content.append(next) }
        let name = String(line.dropFirst(3).dropLast(3))
        parts.append(
          Part(
            step: .file(name: name, content: content.joined(separator: "\n") + "\n"),
            lines: [line] + content + ["-- end --"]
          )
        )
      } else if line.hasPrefix("$ export ") {
        let words = line.dropFirst(9).split(separator: "=", maxSplits: 1).map(String.init)
        let value = words.count > 1 ? words[1] : ""
        parts.append(Part(step: .variable(name: words[0], value: value), lines: [line]))
      } else if line.hasPrefix("$ ") {
        parts.append(Part(step: .command(String(line.dropFirst(2))), lines: [line]))
        Self.skipOutput(&lines)
      } else if line.hasPrefix("@ ") {
        let words = line.split(separator: " ", maxSplits: 3).map(String.init)
        parts.append(
          Part(
            step: .request(
              method: words.count > 1 ? words[1] : "",
              path: words.count > 2 ? words[2] : "",
              body: words.count > 3 ? words[3] : ""
            ),
            lines: [line]
          )
        )
        Self.skipOutput(&lines)
      } else if line.hasPrefix("< ") {
        parts.append(Part(step: .typed(String(line.dropFirst(2))), lines: [line]))
      } else {
        parts.append(Part(step: nil, lines: [line]))
      }
    }
  }

  /// Drops what a step printed, up to and with its exit status; a new story has nothing there yet.
  private static func skipOutput(_ lines: inout ArraySlice<String>) {
    let isStep = { (line: String) in ["$ ", "@ ", "-- ", "< "].contains { line.hasPrefix($0) } }
    // Markdown has headings, which look like what a story says of itself.
    let end = lines.firstIndex { isStatus($0) || isStep($0) }
    let isRecorded = end.map { isStatus(lines[$0]) } ?? false
    let next = isRecorded ? end : lines.firstIndex { isStep($0) || $0.hasPrefix("# ") }
    guard let next else {
      lines = []
      return
    }
    lines = lines[(isStatus(lines[next]) ? next + 1 : next)...]
  }

  private static func isStatus(_ line: String) -> Bool {
    line.hasPrefix("? ") && Int(line.dropFirst(2)) != nil
  }

  /// The words of a command line, single and double quotes heeded.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var current: String?
    var quote: Character?
    for character in line {
      switch (quote, character) {
      case (let open?, _) where open == character: quote = nil
      case (.some, _): current = (current ?? "") + String(character)
      case (nil, "'"), (nil, "\""):
        quote = character
        current = current ?? ""
      case (nil, " "):
        if let word = current { words.append(word) }
        current = nil
      default: current = (current ?? "") + String(character)
      }
    }
    return words + (current.map { [$0] } ?? [])
  }
}
