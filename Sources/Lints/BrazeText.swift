internal import Braze
internal import Liquid
internal import Model
internal import Values

/// A text in which Braze fills in Liquid, read once for every lint.
///
/// A class for the sake of thousands that every lint goes through.
final class BrazeText: Sendable {
  enum Role: Sendable {
    case url, header, body, sms, block
  }

  let address: Address
  let role: Role
  /// Where the text is written, in the resource.
  let path: ValuePath
  let template: Template
  let index: TemplateIndex
  /// Whether the text becomes a string of a body that the spec writes as YAML.
  let isInJSON: Bool
  /// The text is what the spec says, so that a place in it is one in the source.
  private let isVerbatim: Bool

  init(_ written: WrittenText, of address: Address, _ role: Role, isInJSON: Bool = false) {
    self.address = address
    self.role = role
    path = written.path
    template = Template(written.text, dialect: .braze)
    index = TemplateIndex(template)
    self.isInJSON = isInJSON
    isVerbatim = written.isVerbatim
  }

  /// What a lint found `offset` bytes into the text.
  func hit(_ detail: String, at offset: Int) -> Lint.Hit {
    Lint.Hit(address: address, path: path, detail: detail, offset: isVerbatim ? offset : nil)
  }

  /// Every text of `value`, which stands at `path`, that holds Liquid.
  static func all(
    in value: Value?,
    at path: ValuePath,
    of address: Address,
    _ role: Role
  ) -> [BrazeText] {
    var found: [BrazeText] = []
    let isInJSON = if case .json = value { true } else { false }
    value?.forEachText(at: path) { written in
      guard written.text.contains("{{") || written.text.contains("{%") else { return }
      found.append(BrazeText(written, of: address, role, isInJSON: isInJSON))
    }
    return found
  }

  /// What `resource` holds beside its requests: an SMS, those of a Canvas's steps, a content block.
  static func all(of resource: Resource) -> [BrazeText] {
    switch resource.kind.name {
    case Kind.contentBlock.name:
      return all(in: resource.attributes["content"], at: ["content"], of: resource.address, .block)
    case Kind.campaign.name:
      let path: ValuePath = ["sms", "body"]
      return all(in: resource.attributes["sms"]?["body"], at: path, of: resource.address, .sms)
    case Kind.canvas.name:
      let steps = resource.attributes["steps"]?.items ?? []
      return steps.enumerated().flatMap { index, step in
        let path: ValuePath = ["steps", .index(index), "sms", "body"]
        return all(in: step["sms"]?["body"], at: path, of: resource.address, .sms)
      }
    default: return []
    }
  }
}
