internal import Diagnostics
internal import Model

/// Which resource needs the ids of which others.
struct ReferenceGraph {
  private enum Progress { case open, done }

  private let uses: [Address: [ValueDecoder.Use]]
  private let addresses: [Address]

  init(_ resources: [ResourceDraft]) {
    addresses = resources.map(\.address)
    uses = Dictionary(resources.map { ($0.address, $0.uses) }, uniquingKeysWith: { $1 })
  }

  /// Cycles of references, each as its edges in order; every resource that is on one is on one of
  /// these.
  ///
  /// It walks with a stack of its own, since a chain of references may be as long as the spec.
  func cycles() -> [[ValueDecoder.Use]] {
    var found: [[ValueDecoder.Use]] = []
    var progress: [Address: Progress] = [:]
    for start in addresses where progress[start] == nil {
      var trail: [(address: Address, next: Int)] = [(start, 0)]
      progress[start] = .open
      while let last = trail.last {
        let edges = uses[last.address] ?? []
        guard last.next < edges.count else {
          progress[last.address] = .done
          trail.removeLast()
          continue
        }
        trail[trail.count - 1].next += 1
        let edge = edges[last.next]
        switch progress[edge.address] {
        case .done?: continue
        case .open?:
          let first = trail.firstIndex { $0.address == edge.address } ?? 0
          let cycle = trail[first...].compactMap { uses[$0.address]?[$0.next - 1] }
          // Several references to one resource are one cycle.
          if found.last?.map(\.address) != cycle.map(\.address) { found.append(cycle) }
        case nil:
          progress[edge.address] = .open
          trail.append((edge.address, 0))
        }
      }
    }
    return found
  }

  /// One diagnostic a cycle, at the reference that begins it.
  func diagnostics() -> [Diagnostic] {
    cycles().compactMap { cycle in
      guard let first = cycle.first, let last = cycle.last else { return nil }
      let names = ([last] + cycle).map(\.address.description)
      let isSelf = cycle.count == 1
      return Diagnostic(
        code: "reference-cycle",
        summary: "Cycle of references",
        detail: isSelf
          ? "\(names[0]) needs its own id before it exists. Remove the reference."
          : "\(names.joined(separator: " needs ")), so that none of them can be created first. "
            + "Remove one of the references.",
        at: first.range
      )
    }
  }
}
