package import Values

/// Writes values as YAML 1.2 in block style.
package enum YAMLEmitter {
  /// `value` as a document with a line break at its end.
  ///
  /// What is made of nulls, booleans, numbers, strings, lists and objects reads back as the same
  /// value, as long as it is within the limits on reading. References, formats and JSON are written
  /// with their tags and a secret as `(secret)`. Since a node has one tag only, a reference, format
  /// or JSON that is directly what `!json` is applied to is written as the text a reader would see.
  package static func text(of value: Value) -> String {
    var writer = Writer()
    writer.write(value, level: 0, slot: .root)
    return writer.text
  }
}

/// Where a value stands, which decides how its text follows what is already there.
private enum Slot {
  case root
  /// After a key and its colon.
  case member
  /// After the dash of a list's item.
  case item
}

private struct Writer {
  var text = ""
  /// Whether the next line's indentation is already there, as after a dash.
  private var isInLine = false

  /// libyaml reads a key without `?` up to 1024 characters.
  private static let longestPlainKey = 1000

  /// `level` is the depth of the collection that holds the value, or 0 for the root.
  mutating func write(_ value: Value, level: Int, slot: Slot, tag: String? = nil) {
    switch value {
    case .list(let items) where !items.isEmpty:
      let level = begin(tag, level: level, slot: slot)
      for item in items {
        line(level, "-")
        isInLine = true
        write(item, level: level, slot: .item)
      }
    case .object(let members) where !members.isEmpty:
      let level = begin(tag, level: level, slot: slot)
      for (key, value) in members {
        let key = ScalarText(inLine: key).text
        if key.unicodeScalars.count <= Self.longestPlainKey {
          line(level, key + ":")
        } else {
          line(level, "? " + key + "\n")
          line(level, ":")
        }
        write(value, level: level, slot: .member)
      }
    case .json(let value) where tag == nil:
      write(value, level: level, slot: slot, tag: "!json")
    default:
      let indentation = String(repeating: "  ", count: level + 1)
      let scalar = ScalarText(value, isTagged: tag != nil, indentation: indentation).text
      append([tag, scalar].compactMap(\.self).joined(separator: " ") + "\n", slot: slot)
    }
  }

  /// Begins a collection that is not empty and returns its level.
  private mutating func begin(_ tag: String?, level: Int, slot: Slot) -> Int {
    if let tag {
      append(tag + "\n", slot: slot)
    } else if slot == .member {
      text += "\n"
    }
    return slot == .root ? 0 : level + 1
  }

  private mutating func append(_ string: String, slot: Slot) {
    if slot != .root { text += " " }
    text += string
    isInLine = false
  }

  private mutating func line(_ level: Int, _ string: String) {
    text += isInLine ? " " : String(repeating: "  ", count: level)
    text += string
    isInLine = false
  }
}
