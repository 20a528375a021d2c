internal import Liquid

/// A placeholder that a person was to replace: `{{YOUR_CAMPAIGN_ID}}`, `<api_token>`, `<< Choose one >>`.
struct HumanPlaceholder {
  let text: String
  /// How many bytes of UTF-8 precede it; nil where the text is not in the source as it is.
  let offset: Int?

  /// Names that guides give to what a person must know; a text may give them a value itself.
  private static let names: Set = [
    "token", "url", "instance_url", "instance", "subdomain", "api_key", "apikey", "api_token",
    "rest_api_key", "campaign_id", "canvas_id", "webhook_url", "email_address", "password",
  ]
  private static let tagNames: Set = [
    "api-key", "api-token", "email-address", "email", "token", "password", "subdomain",
    "campaign-id", "zendesk-instance", "instance",
  ]
  private static let requests = ["choose", "your ", "insert", "enter ", "replace", "fill in"]

  /// Every such placeholder in `text`, in the order of writing; those of one sort once a place.
  static func all(in text: String, isVerbatim: Bool) -> [HumanPlaceholder] {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { "{<Y".utf8.contains($0) }) else { return [] }
    var scan = Scan(text: text, bytes: bytes)
    return scan.spans().map { span in
      HumanPlaceholder(
        text: String(decoding: bytes[span], as: UTF8.self),
        offset: isVerbatim ? span.lowerBound : nil
      )
    }
  }
}

extension HumanPlaceholder {
  /// One pass over a text.
  private struct Scan {
    private let bytes: [UInt8]
    private var index = 0
    /// The names that the text itself gives a value.
    private var given: Set<String> = []
    /// Where each output that a person was to replace ends, by where it begins.
    private var outputs: [Int: Int] = [:]
    /// Which elements the text closes; read when first asked for.
    private lazy var closed = HumanPlaceholder.closedElements(in: bytes)

    init(text: String, bytes: [UInt8]) {
      self.bytes = bytes
      guard text.contains("{{") else { return }
      let liquid = TemplateIndex(Template(text, dialect: .widest))
      given = Set(liquid.bindings.map(\.name.text))
      for output in liquid.outputs where isHuman(output) {
        outputs[output.range.lowerBound] = output.range.upperBound
      }
    }

    mutating func spans() -> [Range<Int>] {
      var spans: [Range<Int>] = []
      while index < bytes.count {
        let end: Int? =
          switch bytes[index] {
          case UInt8(ascii: "{"): outputs[index]
          case UInt8(ascii: "<"): requestEnd() ?? tagEnd()
          case UInt8(ascii: "Y"): shoutedEnd()
          default: nil
          }
        if let end { spans.append(index..<end) }
        index = end ?? index + 1
      }
      return spans
    }

    /// Whether `output` is but a name, one that a person was to replace.
    private func isHuman(_ output: Output) -> Bool {
      guard let variable = output.pipeline.value?.variable, variable.path.isEmpty,
        output.pipeline.filters.isEmpty, case .name(let name) = variable.root
      else { return false }
      let lower = name.lowercased()
      let isHuman = lower.hasPrefix("your") || HumanPlaceholder.names.contains(lower)
      return isHuman && !given.contains(name)
    }

    /// The end of `<< Choose one >>`, which stands on one line.
    private func requestEnd() -> Int? {
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "<") else { return nil }
      let line = bytes[(index + 2)...].prefix(100).prefix { $0 != UInt8(ascii: "\n") }
      let close = UInt8(ascii: ">")
      let ends = line.indices.first { at in
        line[at] == close && at + 1 < line.endIndex && line[at + 1] == close
      }
      guard let ends else { return nil }
      let words = String(decoding: line[..<ends], as: UTF8.self).lowercased()
      return HumanPlaceholder.requests.contains { words.contains($0) } ? ends + 2 : nil
    }

    /// The end of `<api_token>`, unless it is an element that is closed again.
    private mutating func tagEnd() -> Int? {
      let name = bytes[(index + 1)...].prefix(60).prefix(while: HumanPlaceholder.isWordByte)
      guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ">")
      else { return nil }
      let word = String(decoding: name, as: UTF8.self)
      let lower = word.lowercased()
      let isHuman =
        lower.hasPrefix("your") || lower.contains("_") || HumanPlaceholder.tagNames.contains(lower)
      guard isHuman, !closed.contains(word) else { return nil }
      return name.endIndex + 1
    }

    /// The end of `YOUR_API_KEY`, in capitals throughout.
    private func shoutedEnd() -> Int? {
      guard index == 0 || !HumanPlaceholder.isWordByte(bytes[index - 1]) else { return nil }
      let word = bytes[index...].prefix(while: HumanPlaceholder.isWordByte)
      guard word.starts(with: "YOUR_".utf8) || word.starts(with: "YOUR-".utf8) else { return nil }
      let isShouted = !word.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      let isGiven = given.contains(String(decoding: word, as: UTF8.self))
      return isShouted && !isGiven && word.count > "YOUR_".utf8.count ? word.endIndex : nil
    }
  }

  /// The names of the elements that `bytes` close.
  private static func closedElements(in bytes: [UInt8]) -> Set<String> {
    var names: Set<String> = []
    for index in bytes.indices.dropLast()
    where bytes[index] == UInt8(ascii: "<") && bytes[index + 1] == UInt8(ascii: "/") {
      let name = bytes[(index + 2)...].prefix(60).prefix(while: isWordByte)
      names.insert(String(decoding: name, as: UTF8.self))
    }
    return names
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
