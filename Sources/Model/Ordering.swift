/// How objects of one kind are kept in order within a group.
package struct Ordering: Sendable, Hashable {
  /// The name of the kind whose objects are ordered.
  package let kind: String
  /// That kind's attribute that says which group an object is in.
  package let group: String
  /// That kind's read-only attribute that says where in its group an object stands.
  package let position: String

  package init(of kind: String, groupedBy group: String, position: String) {
    self.kind = kind
    self.group = group
    self.position = position
  }
}
