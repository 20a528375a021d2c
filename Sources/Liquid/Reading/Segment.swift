/// What a template consists of before anybody looks between the braces. Ranges are of what Liquid reads.
struct Segment {
  enum Form {
    case text
    case output
    case tag(name: Range<Int>)
    /// One that is not closed.
    case broken(TemplateProblem)
  }

  let form: Form
  /// All of it.
  let range: Range<Int>
  /// What stands between the braces, without a tag's name.
  var markup: Range<Int>
  /// `{{-` or `{%-`: blanks before it go.
  var trimsBefore = false
  /// `-}}` or `-%}`: blanks behind it go.
  var trimsAfter = false
}
