internal import Model
internal import Values

/// What a content block is held to by itself.
///
/// https://www.braze.com/docs/api/endpoints/templates/content_blocks_templates/post_create_email_content_block
enum ContentBlockCheck {
  private static let nameLimit = 100
  private static let descriptionLimit = 250
  /// Braze says 50 kB: what is larger than the larger reading of it is refused for sure.
  private static let contentLimit = 50 << 10

  @Sendable static func findings(_ block: Members) -> [Finding] {
    name(block["name"]?.text) + BlankCheck.findings(block, ["content"], at: [])
      + description(block["description"]) + lengths(block) + reference(block)
  }

  private static func name(_ name: String?) -> [Finding] {
    guard let name, !name.isEmpty else { return [] }
    let isWord = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard !isWord || name.count >= nameLimit else { return [] }
    return [
      Finding(
        code: "invalid-block-name",
        summary: "Invalid name of a content block",
        detail: "Braze takes letters of the English alphabet, digits, \"-\" and \"_\" for the name "
          + "of a content block, and fewer than \(nameLimit) of them. Choose another name.",
        at: ["name"]
      )
    ]
  }

  /// Neither "" nor null: what a description was, no request takes away.
  private static func description(_ value: Value?) -> [Finding] {
    guard let value, value.isNull || value.text?.trimmingBlanks.isEmpty == true else { return [] }
    return [
      BlankCheck.finding(
        "Braze refuses a description with nothing in it. Write one, or leave the key out.",
        at: ["description"]
      )
    ]
  }

  private static func lengths(_ block: Members) -> [Finding] {
    var findings: [Finding] = []
    if let content = block["content"]?.text, content.utf8.count >= contentLimit {
      findings.append(
        .tooLong("A content block holds less than 50 kB", "\(content.utf8.count) bytes", "content")
      )
    }
    if let description = block["description"]?.text, description.count >= descriptionLimit {
      findings.append(
        .tooLong(
          "A description has fewer than \(descriptionLimit) characters",
          "\(description.count)",
          "description"
        )
      )
    }
    return findings
  }

  private static func reference(_ block: Members) -> [Finding] {
    guard let name = block["name"]?.text, let content = block["content"]?.text,
      BlockReference.names(in: content).contains(name)
    else { return [] }
    return [
      Finding(
        code: "self-reference",
        summary: "A content block in itself",
        detail:
          "The content of \"\(name)\" refers to \"\(name)\", which Braze refuses. Take it out, "
          + "or name the block that is meant.",
        at: ["content"]
      )
    ]
  }
}

extension Finding {
  /// The finding that a text has more in it than Braze takes.
  static func tooLong(_ rule: String, _ actual: String, _ path: ValuePath.Step...) -> Finding {
    Finding(
      code: "text-too-long",
      summary: "Text too long",
      detail: "\(rule), and this has \(actual). Shorten it.",
      at: ValuePath(path)
    )
  }
}
