/// The part by which two long lines differ, with a little of what they share around it.
struct TextDiff: Equatable {
  let before: String
  let after: String

  /// How many shared characters are kept at either side of the difference.
  private static let context = 30

  init(_ before: String, _ after: String) {
    let old = Array(before)
    let new = Array(after)
    let shorter = min(old.count, new.count)
    var head = 0
    while head < shorter, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    let start = Self.hidden(head)
    let end = Self.hidden(tail)
    self.before = Self.excerpt(old, from: start, leaving: end)
    self.after = Self.excerpt(new, from: start, leaving: end)
  }

  /// How much of `count` shared characters is left out: a few are sooner read than missed.
  private static func hidden(_ count: Int) -> Int {
    count > 2 * context ? count - context : 0
  }

  private static func excerpt(_ text: [Character], from start: Int, leaving end: Int) -> String {
    (start > 0 ? "…" : "") + String(text[start..<(text.count - end)]) + (end > 0 ? "…" : "")
  }
}
