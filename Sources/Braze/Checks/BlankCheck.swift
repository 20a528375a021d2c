internal import Model
internal import Values

/// Texts that Braze, or its dashboard, does not take where nothing is in them.
enum BlankCheck {
  /// Those of `keys` in `members`, which stands at `path`, that are written and hold nothing but blanks.
  static func findings(_ members: Members?, _ keys: [String], at path: ValuePath) -> [Finding] {
    keys.compactMap { key in
      guard let text = members?[key]?.text, text.trimmingBlanks.isEmpty else { return nil }
      return finding("\"\(key)\" has nothing in it. Write it.", at: path.appending(.key(key)))
    }
  }

  static func finding(_ detail: String, at path: ValuePath) -> Finding {
    Finding(code: "blank-text", summary: "Blank text", detail: detail, at: path)
  }
}
