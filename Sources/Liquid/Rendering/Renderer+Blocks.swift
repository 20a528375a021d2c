internal import Values

extension Renderer {
  /// Levels of content blocks in content blocks that Braze renders, the message's own counted.
  ///
  /// https://www.braze.com/docs/user_guide/engagement_tools/templates_and_media/content_blocks
  private static let blockLimit = 2

  /// What the content block `name` leaves, rendered in place: the names it gives stay given.
  ///
  /// Nothing where there is none of that name, or it stands too deep in others.
  mutating func renderBlock(_ name: String) throws(Halt) -> Datum {
    guard blockDepth < Self.blockLimit,
      let content = data["content_blocks"]?[name]?.text
    else { return .nothing }
    try meter.charge(steps: 1)
    let read: Template
    if let known = blocks[name] {
      read = known
    } else {
      try meter.charge(content.utf8.count)
      read = Template(content, dialect: dialect)
      blocks[name] = read
    }
    let outer = (template, block, place, captureDepth)
    (template, block, place) = (read, name, 0..<0)
    blockDepth += 1
    // What the block leaves is escaped once, as the output that it stands in.
    captureDepth += 1
    try requireSound(read)
    var text = ""
    _ = try render(read.root, into: &text)
    (template, block, place, captureDepth) = outer
    blockDepth -= 1
    return .text(text)
  }
}
