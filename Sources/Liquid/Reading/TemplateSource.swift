/// The bytes of a template as Liquid reads them, and where each of them stands in what was written.
struct TemplateSource {
  /// Something left out before Liquid reads.
  private struct Cut {
    /// Where in what is left.
    let offset: Int
    /// How much was left out up to there.
    let removed: Int
  }

  let bytes: [UInt8]
  private let cuts: [Cut]

  /// - Parameter dropsHTMLComments: Braze takes out `<!-- … -->` before it reads Liquid.
  init(_ text: String, dropsHTMLComments: Bool) {
    let written = Array(text.utf8)
    guard dropsHTMLComments else {
      bytes = written
      cuts = []
      return
    }
    var kept: [UInt8] = []
    var cuts: [Cut] = []
    var index = 0
    while let start = written.firstIndex(of: Array("<!--".utf8), from: index),
      let end = written.firstIndex(of: Array("-->".utf8), from: start + 4)
    {
      kept += written[index..<start]
      index = end + 3
      cuts.append(Cut(offset: kept.count, removed: index - kept.count))
    }
    bytes = kept + written[index...]
    self.cuts = cuts
  }

  /// The bytes in `range`, which begins and ends between characters.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Where the byte at `offset` was written.
  func written(_ offset: Int) -> Int {
    guard !cuts.isEmpty else { return offset }
    let index = firstCut { $0.offset > offset }
    return index == 0 ? offset : offset + cuts[index - 1].removed
  }

  /// Where the bytes in `range` were written, with all that was left out between them.
  func written(_ range: Range<Int>) -> Range<Int> {
    let start = written(range.lowerBound)
    return range.isEmpty ? start..<start : start..<(written(range.upperBound - 1) + 1)
  }

  /// `range` cut up into runs that were written without a gap.
  func runs(_ range: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = range.lowerBound
    var index = firstCut { $0.offset > start }
    while index < cuts.count, cuts[index].offset < range.upperBound {
      if cuts[index].offset > start { runs.append(start..<cuts[index].offset) }
      start = cuts[index].offset
      index += 1
    }
    if start < range.upperBound { runs.append(start..<range.upperBound) }
    return runs
  }

  /// The index of the first cut for which `isBeyond`, by halving.
  private func firstCut(_ isBeyond: (Cut) -> Bool) -> Int {
    var low = 0
    var high = cuts.count
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(cuts[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension [UInt8] {
  /// Where `pattern` begins next, at `start` or behind it.
  func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first, count >= pattern.count, start <= count - pattern.count else {
      return nil
    }
    return (start...(count - pattern.count)).first { index in
      self[index] == first && self[index...].starts(with: pattern)
    }
  }
}
