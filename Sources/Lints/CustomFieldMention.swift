internal import Values

/// A custom field that a value names by its key.
struct CustomFieldMention {
  /// How conditions begin to name fields of its kind.
  let family: String
  let key: String
  let path: ValuePath
  /// How many bytes of the text at `path` precede the key; nil where the whole text is the name, or
  /// is made of parts.
  let offset: Int?

  /// Whose custom fields a placeholder can name, by how conditions name those of the same kind.
  ///
  /// https://support.zendesk.com/hc/en-us/articles/4408886858138
  private static let owners = [
    "requester": "requester.custom_fields.", "assignee": "requester.custom_fields.",
    "submitter": "requester.custom_fields.", "current_user": "requester.custom_fields.",
    "organization": "organization.custom_fields.",
  ]

  /// The field that a condition or an action on `name` is about.
  init?(field name: String, at path: ValuePath) {
    let family = Set(Self.owners.values).first { name.hasPrefix($0) && name != $0 }
    guard let family else { return nil }
    self.init(
      family: family,
      key: String(name.dropFirst(family.count)),
      path: path,
      offset: nil
    )
  }

  private init(family: String, key: String, path: ValuePath, offset: Int?) {
    self.family = family
    self.key = key
    self.path = path
    self.offset = offset
  }

  /// The fields that the placeholders and tags of `text` name.
  static func all(in text: String, at path: ValuePath, isVerbatim: Bool) -> [CustomFieldMention] {
    let bytes = Array(text.utf8)
    var found: [CustomFieldMention] = []
    /// What ends the placeholder or the tag around; nil outside of them.
    var closing: UInt8?
    var start = 0
    for index in bytes.indices where !isPartOfName(bytes[index]) {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch (closing, bytes[index], next) {
      case (nil, UInt8(ascii: "{"), UInt8(ascii: "{")): closing = UInt8(ascii: "}")
      case (nil, UInt8(ascii: "{"), UInt8(ascii: "%")): closing = UInt8(ascii: "%")
      case (let end?, _, _):
        if let mention = CustomFieldMention(bytes[start..<index], path, isVerbatim) {
          found.append(mention)
        }
        if bytes[index] == end, next == UInt8(ascii: "}") { closing = nil }
      default: break
      }
      start = index + 1
    }
    return found
  }

  /// The field that `name` names, a dotted name that stands in a text at the same index.
  private init?(_ name: ArraySlice<UInt8>, _ path: ValuePath, _ isVerbatim: Bool) {
    let parts = name.split(separator: UInt8(ascii: "."))
    guard let place = parts.firstIndex(where: { $0.elementsEqual("custom_fields".utf8) }),
      place > 0, parts.indices.contains(place + 1),
      let family = Self.owners[String(decoding: parts[place - 1], as: UTF8.self)]
    else { return nil }
    self.init(
      family: family,
      key: String(decoding: parts[place + 1], as: UTF8.self),
      path: path,
      offset: isVerbatim ? parts[place + 1].startIndex : nil
    )
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }
}

extension Value {
  /// The custom fields that this value names: as a condition's or an action's field, or in a
  /// placeholder of a text.
  func customFieldMentions(at path: ValuePath) -> [CustomFieldMention] {
    var found: [CustomFieldMention] = []
    forEachText(at: path) { text in
      if text.isVerbatim, text.path.steps.last == "field" {
        if let mention = CustomFieldMention(field: text.text, at: text.path) {
          found.append(mention)
        }
      } else {
        found += CustomFieldMention.all(in: text.text, at: text.path, isVerbatim: text.isVerbatim)
      }
    }
    return found
  }
}
