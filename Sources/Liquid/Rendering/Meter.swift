/// Counts what a rendering costs, so that a template that never ends, or grows without end, ends in an error.
///
/// Work is counted, not time: a template that is refused on one machine is refused on every one. A unit is
/// about a byte read or made; a class, since everything that works on one rendering draws on one account.
final class Meter {
  /// What a node, an item of a list or a member costs, in units: about what it may take in memory.
  static let step = 32

  private let limits: RenderOptions.Limits
  private var workLeft: Int

  init(_ limits: RenderOptions.Limits) {
    self.limits = limits
    workLeft = limits.work
  }

  /// Pays for `units` of work.
  func charge(_ units: Int) throws(Halt) {
    guard units <= workLeft else {
      workLeft = 0
      throw .fault(
        Fault(
          .limit,
          "This takes more work than \(limits.work) units, about a byte each. Loop over less, or make less text."
        )
      )
    }
    workLeft -= units
  }

  /// Pays for `count` nodes, items or members.
  func charge(steps count: Int) throws(Halt) {
    let (units, isTooMuch) = count.multipliedReportingOverflow(by: Self.step)
    try charge(isTooMuch ? .max : units)
  }

  /// Holds a text against the size that a rendering may leave.
  func check(size: Int) throws(Halt) {
    guard size <= limits.output else {
      throw .fault(
        Fault(.limit, "No text may have more than \(limits.output) bytes, and this one would have.")
      )
    }
  }
}
