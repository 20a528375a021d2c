extension Template {
  /// The whole text, cut where Liquid begins and ends, in the order of writing; bodies of tags and
  /// captures count like all else. What is not read, beyond the limits, counts as tags.
  package var stretches: [Stretch] {
    var found: [Stretch] = []
    var end = 0
    func add(_ form: Stretch.Form, _ range: Range<Int>) {
      if end < range.lowerBound {
        found.append(Stretch(form: .tags, range: end..<range.lowerBound))
      }
      if !range.isEmpty { found.append(Stretch(form: form, range: range)) }
      end = range.upperBound
    }
    root.forEachLeaf(entersCaptures: true) { node in
      switch node.form {
      case .text, .raw: add(.text, node.range)
      case .output: add(.output, node.range)
      case .broken: add(.broken, node.range)
      default: break
      }
    }
    let size = text.utf8.count
    add(.tags, size..<size)
    return found
  }
}
