internal import Values

/// Goes through a template once, on the way with the most that is new, and writes down what is left.
struct SkeletonWriter {
  private enum Course {
    case onward, outOfLoop, aborted
  }

  private var coverage: Coverage
  private let filling: (Output) -> String
  private var skeleton = Skeleton()
  private var course = Course.onward

  init(coverage: Coverage, filling: @escaping (Output) -> String) {
    self.coverage = coverage
    self.filling = filling
  }

  /// - Returns: What `root` leaves, nil where it aborts, and what is to be taken next time.
  consuming func written(_ root: Block) -> (Skeleton?, Coverage) {
    write(root)
    coverage.finished(root)
    return (course == .aborted ? nil : skeleton, coverage)
  }

  private mutating func write(_ block: Block) {
    for node in block.nodes where course == .onward { write(node) }
  }

  private mutating func write(_ node: Node) {
    if let ways = Coverage.ways(of: node) { return write(node, ways) }
    let place = node.range.lowerBound
    switch node.form {
    case .text(let text), .raw(let text), .broken(let text): skeleton.append(text, from: place)
    case .output(let output): skeleton.append(filling(output), of: output)
    case .cycle(let cycle):
      let first = cycle.values.first?.literal?.scalarText ?? ""
      skeleton.append(first, by: place)
    case .count(_, let step): skeleton.append(step > 0 ? "0" : "-1", by: place)
    case .stop, .skip: course = .outOfLoop
    case .abort: course = .aborted
    case .assign, .capture, .comment, .call, .unknown: break
    // Those have branches.
    case .conditional, .choice, .loop, .ifChanged: break
    }
  }

  private mutating func write(_ node: Node, _ ways: [Block]) {
    let way = coverage.choice(at: node)
    guard ways.indices.contains(way) else { return }
    let isTable =
      if case .loop(let loop, _, _) = node.form { loop.layout != .plain && way == 0 } else { false }
    let place = node.range.lowerBound
    if isTable { skeleton.append("<tr class=\"row1\">\n<td class=\"col1\">", by: place) }
    write(ways[way])
    if isTable { skeleton.append("</td></tr>\n", by: place) }
    if case .loop = node.form, course == .outOfLoop { course = .onward }
    coverage.took(way, at: node, through: ways[way], goesOn: course == .onward)
  }
}
