/// A tag before anybody looks at what follows its name.
struct TagText {
  let name: Name
  /// What follows the name, in what Liquid reads.
  let markup: Range<Int>
  /// All of it, in what Liquid reads.
  let content: Range<Int>
  /// Where all of it was written.
  let range: Range<Int>
}
