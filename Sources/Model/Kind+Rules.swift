package import Values

extension Kind {
  /// A rule of one kind: from a resource's resolved attributes to what the API would not take, or
  /// would take and not do.
  ///
  /// References, formats and secrets are still symbols: what is not known is not to blame.
  package typealias Check = @Sendable (Members) -> [Finding]

  /// The most resources of a kind that an account takes.
  package struct Limit: Sendable {
    package let most: Int
    /// A boolean attribute; where it is false, the resource does not count.
    package let countedUnlessFalse: String?

    package init(_ most: Int, countedUnlessFalse attribute: String? = nil) {
      self.most = most
      countedUnlessFalse = attribute
    }
  }

  /// What an account itself says of what resources of a kind may hold.
  package struct Definitions: Sendable {
    /// What answers them: `/api/v2/triggers/definitions`.
    package let path: String
    /// The rule that comes of an answer; nil where the answer is not what the API promises.
    ///
    /// The names in the second argument belong to resources of the spec, which the account may not
    /// have yet.
    package let check: @Sendable (Value, Set<String>) -> Check?

    package init(
      _ path: String,
      check: @escaping @Sendable (Value, Set<String>) -> Check?
    ) {
      self.path = path
      self.check = check
    }
  }

  /// What `checks` find in `attributes`, in their order.
  package func findings(in attributes: Members) -> [Finding] {
    checks.flatMap { $0(attributes) }
  }
}
