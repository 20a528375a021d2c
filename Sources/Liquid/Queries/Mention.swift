/// A place where a template refers to a variable or attribute.
package struct Mention: Sendable {
  package enum Use: Sendable, Hashable {
    /// Left in the text.
    case output
    /// Left in the text of a `capture`.
    case capture(String)
    /// Part of what an `assign` gives a name.
    case assign(String)
    case condition
    /// What a loop goes over, or how far.
    case loop
    /// What picks a member: `b` of `a[b]`.
    case index
    /// Part of a platform's tag, such as the URL of Braze's `connected_content`.
    case tag(String)
  }

  package let variable: Variable
  package let use: Use
  /// Those it passes through from there on, within the braces it stands in.
  package let filters: ArraySlice<Filter>
  /// The filter whose argument it is; nil where it is the value that is filtered.
  package let argumentOf: Name?
  let moment: Moment
}
