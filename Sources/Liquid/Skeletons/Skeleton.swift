/// The text that a template leaves on one way through it, once its outputs are filled in.
package struct Skeleton: Sendable {
  /// Where an output left its filling.
  package struct Filling: Sendable {
    package let output: Output
    /// Bytes of the skeleton.
    package let range: Range<Int>
    /// Whether it stands between double quotes, as a string of JSON has them.
    package let isQuoted: Bool
  }

  /// A stretch of the skeleton that one piece of the template left.
  private struct Run {
    let start: Int
    let written: Int
    /// Copied byte by byte, so that every byte has its own place in the template.
    let isCopy: Bool
  }

  /// UTF-8.
  package private(set) var bytes: [UInt8] = []
  package private(set) var fillings: [Filling] = []
  private var runs: [Run] = []
  private var isInString = false
  private var isEscaped = false

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Where the template says what stands at `offset` of the skeleton: a byte of its UTF-8.
  ///
  /// For what was filled in, where the output begins.
  package func offsetInTemplate(of offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let run = runs[low - 1]
    return run.isCopy ? run.written + min(offset, bytes.count) - run.start : run.written
  }
}

extension Skeleton {
  /// Adds text of the template that begins there at `offset`.
  mutating func append(_ text: String, from offset: Int) {
    append(text, Run(start: bytes.count, written: offset, isCopy: true))
  }

  /// Adds text that a tag at `offset` leaves.
  mutating func append(_ text: String, by offset: Int) {
    append(text, Run(start: bytes.count, written: offset, isCopy: false))
  }

  mutating func append(_ filling: String, of output: Output) {
    let start = bytes.count
    bytes += filling.utf8
    runs.append(Run(start: start, written: output.range.lowerBound, isCopy: false))
    let range = start..<bytes.count
    fillings.append(Filling(output: output, range: range, isQuoted: isInString))
  }

  private mutating func append(_ text: String, _ run: Run) {
    guard !text.isEmpty else { return }
    runs.append(run)
    for byte in text.utf8 {
      bytes.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == .doubleQuote {
        isInString.toggle()
      } else if isInString, byte == UInt8(ascii: "\\") {
        isEscaped = true
      }
    }
  }
}
