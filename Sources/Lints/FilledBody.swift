internal import Diagnostics
internal import Liquid
internal import Values

/// What a body with Liquid in it may come to, and whether that is JSON.
struct FilledBody: Sendable {
  struct Fault: Sendable, Hashable {
    /// How many bytes of the template's UTF-8 precede it.
    let offset: Int
    let reason: String
  }

  let skeletons: [Skeleton]
  /// Why it is never JSON, whatever is filled in and whichever way is taken.
  let always: [Fault]
  /// Why it is none on some of the ways through the template; empty where it never is.
  let sometimes: [Fault]

  init(_ template: Template) { self.init(template, TemplateIndex(template)) }

  init(_ template: Template, _ index: TemplateIndex) {
    let known = KnownTexts(index)
    skeletons = template.skeletons { output in
      guard let text = known[output], !Self.breaksStrings(text) else { return "1" }
      return text
    }
    // Of malformed tags nobody knows which ways they were to leave.
    guard !template.isMalformed || !template.stretches.contains(where: { $0.form == .tags }) else {
      (always, sometimes) = ([], [])
      return
    }
    let filled = skeletons.filter { !$0.bytes.allSatisfy { $0 <= UInt8(ascii: " ") } }
    let faults = filled.map { Self.faults(of: $0, index, known, template.dialect) }
    var unique: [Fault] = []
    var seen: Set<Fault> = []
    for fault in faults.joined() where seen.insert(fault).inserted { unique.append(fault) }
    let isNever = faults.allSatisfy { !$0.isEmpty }
    always = isNever ? unique : []
    sometimes = isNever ? [] : unique
  }

  /// Whether the first thing that it leaves begins an object or a list.
  var looksLikeJSON: Bool {
    let first = skeletons.lazy.compactMap { $0.bytes.first { $0 > UInt8(ascii: " ") } }.first
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// What stands in a string of JSON, each output once.
  var quoted: [Output] {
    var found: [Output] = []
    var seen: Set<Int> = []
    for filling in skeletons.flatMap(\.fillings) where filling.isQuoted {
      if seen.insert(filling.output.range.lowerBound).inserted { found.append(filling.output) }
    }
    return found
  }

  private static func faults(
    of skeleton: Skeleton,
    _ index: TemplateIndex,
    _ known: KnownTexts,
    _ dialect: Dialect
  ) -> [Fault] {
    var faults: [Fault] = []
    for filling in skeleton.fillings where filling.isQuoted {
      guard let text = known[filling.output], breaksStrings(text) else { continue }
      let reason =
        "a text with a line break, a quote or a backslash is filled in inside a string, and "
        + "wants the filter json_escape"
      faults.append(Fault(offset: filling.output.range.lowerBound, reason: reason))
    }
    let isOpen = skeleton.fillings.contains {
      !$0.isQuoted && mayBeAnything($0.output, index, known, dialect)
    }
    guard !isOpen else { return faults }
    do throws(JSONError) {
      _ = try Value(json: skeleton.bytes)
    } catch {
      faults.append(
        Fault(offset: skeleton.offsetInTemplate(of: error.offset), reason: error.reason)
      )
    }
    return faults
  }

  /// Whether `output` may leave any piece of JSON: what a content block, a snippet of text, a `capture` or
  /// another server holds, or a name that one of Braze's may have given.
  private static func mayBeAnything(
    _ output: Output,
    _ index: TemplateIndex,
    _ known: KnownTexts,
    _ dialect: Dialect
  ) -> Bool {
    if let text = known[output] { return breaksStrings(text) }
    if let name = output.pipeline.value?.variable?.name, known.isCaptured(name) { return true }
    return index.sources(of: output).contains { source in
      switch source.variable.root {
      case .attribute(let namespace, _): namespace == Variable.blocks
      case .name(let name):
        name == "dc" || dialect.readsAttributes && !source.variable.isOfNamespace
      case .computed: true
      }
    }
  }

  private static func breaksStrings(_ text: String) -> Bool {
    text.utf8.contains {
      $0 < UInt8(ascii: " ") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
  }
}

extension Variable {
  /// Whether it is a member of something that the platform itself names, such as `ticket.id`.
  fileprivate var isOfNamespace: Bool {
    name.map { Dialect.zendesk.namespaces.contains($0) || $0 == "forloop" } ?? false
  }
}
