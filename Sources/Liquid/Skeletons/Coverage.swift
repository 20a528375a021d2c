/// Which ways through a template's branches have not been taken yet.
struct Coverage {
  /// Of each node with branches, by the place where it begins: how many branches in and below each of its
  /// ways were never taken.
  private var open: [Int: [Int]] = [:]
  /// Of each such node: the first way found on which the text goes on behind it.
  private var onward: [Int: Int] = [:]
  /// How many ways were never taken.
  private(set) var remaining = 0

  init(_ root: Block) {
    remaining = count(root)
  }

  /// The ways on from `node`; nil where it has no branches.
  static func ways(of node: Node) -> [Block]? {
    switch node.form {
    case .conditional(let branches):
      var ways: [Block] = []
      for branch in branches {
        let decision = branch.test.decision
        if decision != false { ways.append(branch.body) }
        if decision == true { return ways }
      }
      return ways + [Block()]
    case .choice(_, let branches):
      let hasElse = branches.contains { $0.test == .otherwise }
      return branches.map(\.body) + (hasElse ? [] : [Block()])
    case .loop(_, let body, let otherwise): return [body] + (otherwise.map { [$0] } ?? [])
    case .ifChanged(let body): return [body]
    default: return nil
    }
  }

  /// The way to take from `node` next: the first with anything new on it, or else one that goes on.
  func choice(at node: Node) -> Int {
    let place = node.range.lowerBound
    return open[place]?.firstIndex { $0 > 0 } ?? onward[place] ?? 0
  }

  /// Notes that `way` was taken from `node`, and whether the text goes on behind it.
  mutating func took(_ way: Int, at node: Node, through body: Block, goesOn: Bool) {
    let place = node.range.lowerBound
    let left = remaining(in: body)
    open[place]?[way] = left
    if goesOn, onward[place] == nil { onward[place] = way }
  }

  /// Notes that the whole template was gone through once.
  mutating func finished(_ root: Block) { remaining = remaining(in: root) }

  private func remaining(in block: Block) -> Int {
    block.nodes.reduce(0) { $0 + (open[$1.range.lowerBound]?.reduce(0, +) ?? 0) }
  }

  private mutating func count(_ block: Block) -> Int {
    var sum = 0
    for node in block.nodes {
      guard let ways = Self.ways(of: node) else { continue }
      let counts = ways.map { 1 + count($0) }
      open[node.range.lowerBound] = counts
      sum += counts.reduce(0, +)
    }
    return sum
  }
}
