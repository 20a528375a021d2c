internal import Synchronization

/// One text that a person wrote, with the name it goes by in messages.
///
/// A class, so that the many ranges pointing into one file share it.
package final class SourceText: Sendable, Hashable {
  /// The file's path as the user would type it.
  package let name: String
  /// The whole text.
  package let text: String
  /// Where each line begins, found when the first one is asked for.
  private let starts = Mutex<[String.Index]?>(nil)

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The text of line `number` (1-based) without its line break; nil past the end.
  package func line(_ number: Int) -> String? {
    let starts = starts.withLock { known in
      let found = known ?? lineStarts
      known = found
      return found
    }
    guard starts.indices.contains(number - 1) else { return nil }
    let start = starts[number - 1]
    var end = number < starts.count ? text.utf8.index(before: starts[number]) : text.utf8.endIndex
    if end > start, text.utf8[text.utf8.index(before: end)] == UInt8(ascii: "\r") {
      end = text.utf8.index(before: end)
    }
    return String(text[start..<end])
  }

  private var lineStarts: [String.Index] {
    var starts = [text.utf8.startIndex]
    var index = text.utf8.startIndex
    while index < text.utf8.endIndex {
      let next = text.utf8.index(after: index)
      if text.utf8[index] == UInt8(ascii: "\n") { starts.append(next) }
      index = next
    }
    return starts
  }

  package static func == (left: SourceText, right: SourceText) -> Bool {
    left === right || (left.name == right.name && left.text == right.text)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }
}
