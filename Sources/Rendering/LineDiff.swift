/// The lines by which two texts differ, with some around them that they share.
enum LineDiff {
  enum Line: Equatable {
    case same(String)
    case removed(String)
    case added(String)
    /// Lines both share that are not worth showing.
    case gap
  }

  /// - Parameter context: How many shared lines are kept at either side of a difference.
  static func lines(_ before: String, _ after: String, context: Int = 2) -> [Line] {
    let old = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let new = after.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let (removed, added) = differing(old, new)
    var all: [Line] = []
    var (inOld, inNew) = (0, 0)
    while inOld < old.count || inNew < new.count {
      if inOld < old.count, removed.contains(inOld) {
        all.append(.removed(old[inOld]))
        inOld += 1
      } else if inNew < new.count, added.contains(inNew) {
        all.append(.added(new[inNew]))
        inNew += 1
      } else {
        if inOld < old.count { all.append(.same(old[inOld])) }
        inOld += 1
        inNew += 1
      }
    }
    return shortened(all, context: context)
  }

  /// The most lines that are compared each with each: that takes their number squared.
  private static let comparedLines = 4000

  /// The indices of the lines in which the two differ.
  private static func differing(_ old: [String], _ new: [String]) -> (Set<Int>, Set<Int>) {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let most = min(old.count, new.count) - start
    let tail = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0 == $1 }.count
    let (oldRest, newRest) = (start..<old.count - tail, start..<new.count - tail)
    guard oldRest.count + newRest.count <= comparedLines else {
      return (Set(oldRest), Set(newRest))
    }
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in Array(new[newRest]).difference(from: Array(old[oldRest])) {
      switch change {
      case .remove(let offset, _, _): removed.insert(start + offset)
      case .insert(let offset, _, _): added.insert(start + offset)
      }
    }
    return (removed, added)
  }

  private static func shortened(_ lines: [Line], context: Int) -> [Line] {
    var near: Set<Int> = []
    for (index, line) in lines.enumerated() {
      if case .same = line { continue }
      near.formUnion((index - context)...(index + context))
    }
    var kept: [Line] = []
    for (index, line) in lines.enumerated() {
      if near.contains(index) {
        kept.append(line)
      } else if kept.last != .gap {
        kept.append(.gap)
      }
    }
    return kept
  }
}
