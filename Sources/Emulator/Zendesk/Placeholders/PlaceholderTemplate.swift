internal import Liquid
internal import Values

/// The text of a rule's action, with placeholders.
///
/// Some placeholders are text and have members all the same: `ticket.latest_comment` is the text,
/// `ticket.latest_comment.created_at` something of it. What has members is looked up under another
/// name, so that both can stand in one template.
struct PlaceholderTemplate {
  let template: Template
  let mentionsComments: Bool
  /// The names that may be asked for; nil where any may be, since brackets can hold a name that
  /// the text does not spell out.
  private let names: Set<Substring>?

  /// What placeholders with members are called by those who look for the members.
  static let suffix = "_parts"

  private static let comments: Set = ["latest_comment", "latest_public_comment"]

  init(_ text: String) {
    let plain = Template(text, dialect: .zendesk)
    names =
      text.contains("[") ? nil : Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
    mentionsComments = text.contains("comment") || text.contains("description")
    var bytes = Array(text.utf8)
    let places = TemplateIndex(plain).mentions.compactMap { Self.place(in: $0.variable, of: bytes) }
    guard !places.isEmpty else {
      template = plain
      return
    }
    // Loops and captures are mentioned more than once.
    for place in Set(places).sorted(by: >) {
      bytes.insert(contentsOf: Array(Self.suffix.utf8), at: place)
    }
    template = Template(String(decoding: bytes, as: UTF8.self), dialect: .zendesk)
  }

  /// Whether the placeholder `ticket.NAME` may be asked for.
  func mentions(_ name: String) -> Bool { names?.contains(name[...]) ?? true }

  /// The byte behind the name whose member is asked for; nil where none of these names is.
  private static func place(in variable: Variable, of bytes: [UInt8]) -> Int? {
    let words =
      [variable.name ?? ""]
      + variable.path.map { step in
        if case .member(let name) = step { name } else { "" }
      }
    let index: Int
    if let found = words.firstIndex(where: { comments.contains($0) }), found < words.count - 1 {
      index = found
    } else if let found = words.firstIndex(of: "custom_fields"), found == words.count - 3 {
      index = found
    } else {
      return nil
    }
    // What is not written plainly between dots stays as it is.
    let start = words[...index].joined(separator: ".").utf8
    guard bytes[variable.range.lowerBound...].starts(with: start) else { return nil }
    return variable.range.lowerBound + start.count
  }
}
