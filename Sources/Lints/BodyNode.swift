internal import Liquid
internal import Values

/// A piece of the JSON that is sent in a body, before its placeholders are filled in.
struct BodyNode: Sendable {
  enum Content: Sendable {
    case object([(key: String, value: BodyNode)])
    case list([BodyNode])
    case text(String)
    /// Text with ids of resources in it.
    case format([FormatPiece])
    case reference(Reference)
    case boolean(Bool)
    case number
    case null
    /// A placeholder outside of quotes: any JSON at all.
    case placeholder
  }

  /// What JSON knows a value as; nothing where a placeholder decides it.
  enum JSONType: String, Sendable {
    case string, boolean, number, null, list, object
  }

  let content: Content
  /// Where it is written, in the resource.
  let path: ValuePath
  /// In the text at `path`: how many bytes of UTF-8 precede it; nil where it is all that is there.
  let offset: Int?

  /// The JSON that `body` is, written as YAML or as text; nil where there is none in it.
  ///
  /// - Parameter template: The body read as Liquid, where it is a text and nothing else.
  init?(_ body: Value, _ template: Template?, at path: ValuePath) {
    if case .json(let value) = body {
      self.init(value: value, at: path)
    } else if let template, let node = BodyParser.node(in: template, at: path) {
      self = node
    } else {
      return nil
    }
  }

  init(_ content: Content, at path: ValuePath, offset: Int?) {
    self.content = content
    self.path = path
    self.offset = offset
  }

  private init(value: Value, at path: ValuePath) {
    let content: Content
    switch value {
    case .null: content = .null
    case .boolean(let boolean): content = .boolean(boolean)
    case .integer, .decimal: content = .number
    case .string(let text): content = .text(text)
    case .reference(let reference): content = .reference(reference)
    case .format(let pieces): content = .format(pieces)
    // JSON inside JSON is a string there, and a secret is none that anybody may look at.
    case .json, .secret: content = .format([])
    case .list(let items):
      content = .list(
        items.enumerated().map { BodyNode(value: $1, at: path.appending(.index($0))) }
      )
    case .object(let members):
      content = .object(
        members.map { ($0.key, BodyNode(value: $0.value, at: path.appending(.key($0.key)))) }
      )
    }
    self.init(content, at: path, offset: nil)
  }

  /// The first member called `key`.
  subscript(key: String) -> BodyNode? { members.first { $0.key == key }?.value }

  var members: [(key: String, value: BodyNode)] {
    if case .object(let members) = content { members } else { [] }
  }

  var items: [BodyNode] {
    if case .list(let items) = content { items } else { [] }
  }

  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// Nil where a placeholder outside of quotes decides it.
  var type: JSONType? {
    switch content {
    case .object: .object
    case .list: .list
    case .text, .format, .reference: .string
    case .boolean: .boolean
    case .number: .number
    case .null: .null
    case .placeholder: nil
    }
  }
}
