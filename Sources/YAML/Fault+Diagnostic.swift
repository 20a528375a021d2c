internal import CYAMLShim
internal import Diagnostics

extension Fault {
  /// This fault for the author of `source`.
  func diagnostic(in source: SourceText) -> Diagnostic {
    let range = source.range(at: place)
    switch kind {
    case CYAML_INVALID_UTF8:
      return Diagnostic(
        code: "invalid-utf8",
        summary: "The file is not valid UTF-8",
        detail: """
          The byte 0x\(hexadecimal(digits: 2)) does not belong here. Save the file as UTF-8; a \
          binary file cannot be read.
          """,
        at: range
      )
    case CYAML_FORBIDDEN_CHARACTER:
      return Diagnostic(
        code: "control-character",
        summary: "YAML does not allow this character",
        detail: """
          U+\(hexadecimal(digits: 4)) must not stand in a YAML text. Remove it, or write it \
          in a double-quoted string as \\u\(hexadecimal(digits: 4)).
          """,
        at: range
      )
    case CYAML_LINE_SEPARATOR:
      return Diagnostic(
        code: "line-separator",
        summary: "This character breaks a line for some readers of YAML",
        detail: """
          U+\(hexadecimal(digits: 4)) ends a line in YAML 1.1 and does not in YAML 1.2. Begin \
          a new line instead, or write it in a double-quoted string as \
          \\u\(hexadecimal(digits: 4)).
          """,
        at: range
      )
    case CYAML_TOO_MANY_DIRECTIVES:
      return Diagnostic(
        code: "too-many-directives",
        summary: "There are too many %TAG directives",
        detail: "More than \(Limits.tagDirectives) are not read. Remove those without use.",
        at: range
      )
    case CYAML_SEVERAL_DOCUMENTS:
      return Diagnostic(
        code: "several-documents",
        summary: "The file holds several documents",
        detail: """
          A second YAML document begins here, but a file holds exactly one. Remove the "---" or \
          "..." between them, or move the second into a file of its own.
          """,
        at: range
      )
    case CYAML_TOO_DEEP: return .tooDeep(at: range)
    case CYAML_TOO_MANY_NODES: return .tooManyNodes(at: range)
    case CYAML_TOO_MUCH_TEXT:
      return Diagnostic(
        code: "file-too-large",
        summary: "The file is too large",
        detail: """
          With escapes and tags written out it has more than \(2 * Limits.size) bytes. \
          Shorten its tags, or split the file.
          """,
        at: range
      )
    case CYAML_SYNTAX: return syntaxDiagnostic(in: source)
    default:
      return Diagnostic(
        code: "out-of-memory",
        summary: "The memory does not suffice",
        detail: "The system refused the memory that the file needs. Free some, or split the file.",
        at: range
      )
    }
  }

  private func hexadecimal(digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension SourceText {
  /// The one character at `mark`.
  func range(at mark: cyaml_mark) -> SourceRange {
    let start = SourceRange.Position(mark)
    let end = SourceRange.Position(line: Int(start.line), column: Int(start.column) + 1)
    return SourceRange(source: self, start: start, end: end)
  }
}
