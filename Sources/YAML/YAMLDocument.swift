package import Diagnostics

/// Reads YAML 1.2 through libyaml, more strictly than either.
package enum YAMLDocument {
  /// Reads the one document in `bytes`; `name` is what messages call the file.
  ///
  /// The root is nil where the text cannot be read to its end or an alias leads nowhere. With a
  /// duplicate key, a key that is no scalar or a bad merge the root is there without that entry, so
  /// that whoever decodes it can report what else is wrong. Without diagnostics there is a root.
  package static func parse(
    _ bytes: [UInt8],
    name: String
  ) -> (root: Node?, diagnostics: [Diagnostic]) {
    if let refusal = refusal(of: bytes, name: name) { return (nil, [refusal]) }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let document = FlatDocument(content)
    let source = SourceText(
      name: name,
      text: text(content, hasBareCarriageReturn: document.hasBareCarriageReturn)
    )
    if let fault = document.fault { return (nil, [fault.diagnostic(in: source)]) }
    guard !document.isEmpty else { return (nil, [emptyDocument(source)]) }

    var builder = NodeBuilder(document, source: source)
    do throws(Diagnostic) {
      let root = try builder.root()
      return (builder.isComplete ? root : nil, builder.diagnostics)
    } catch {
      return (nil, builder.diagnostics + [error])
    }
  }

  /// What can be told without looking at the text.
  private static func refusal(of bytes: [UInt8], name: String) -> Diagnostic? {
    if bytes.count > Limits.size {
      return Diagnostic(
        code: "file-too-large",
        summary: "The file is too large",
        detail: """
          It has \(bytes.count) bytes; at most \(Limits.size) (32 MiB) are read. \
          Check that it is the file you mean.
          """,
        at: SourceRange(startOf: SourceText(name: name, text: ""))
      )
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Diagnostic(
        code: "unsupported-encoding",
        summary: "The file is not in UTF-8",
        detail: "It begins with the byte-order mark of UTF-16 or UTF-32. Save it as UTF-8.",
        at: SourceRange(startOf: SourceText(name: name, text: ""))
      )
    }
    return nil
  }

  /// The text for messages, in which only a line feed breaks a line.
  private static func text(_ bytes: ArraySlice<UInt8>, hasBareCarriageReturn: Bool) -> String {
    guard hasBareCarriageReturn else { return String(decoding: bytes, as: UTF8.self) }
    var normalised = Array(bytes)
    for index in normalised.indices where normalised[index] == 0x0D {
      let isBare = index + 1 == normalised.count || normalised[index + 1] != 0x0A
      if isBare { normalised[index] = 0x0A }
    }
    return String(decoding: normalised, as: UTF8.self)
  }

  private static func emptyDocument(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      code: "empty-document",
      summary: "The file is empty",
      detail: "It holds nothing, or nothing but comments, where a YAML document should be.",
      at: SourceRange(startOf: source)
    )
  }
}
