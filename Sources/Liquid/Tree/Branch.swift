/// One way through `if`, `unless` or `case`.
package struct Branch: Sendable, Hashable {
  package enum Test: Sendable, Hashable {
    /// Of `if`, `elsif` and, negated, `unless`.
    case condition(Condition, isNegated: Bool)
    /// Of `when`: any of them equals the subject.
    case values([Expression])
    /// Of `else`.
    case otherwise
  }

  package let test: Test
  package let body: Block
  /// The tag that opens it, in bytes of the template's UTF-8.
  package let range: Range<Int>
}
