internal import Diagnostics
internal import Values

/// `!file`: the text of a file beside the spec.
extension ValueDecoder {
  mutating func file(_ path: String, at range: SourceRange) -> Draft? {
    let content =
      path.staysInside
      ? scope.options.readFile(path, range.source.name) : FileContent.outsideRoot
    guard case .text(let text) = content else {
      let (code, summary, detail) = content.complaint(about: path)
      findings.report(code, summary, detail, at: range)
      return nil
    }
    return .known(.string(text))
  }
}

extension String {
  /// Whether this relative path, read without looking at any file, leads nowhere above its start.
  fileprivate var staysInside: Bool {
    guard !hasPrefix("/"), !utf8.contains(0) else { return false }
    var depth = 0
    for part in split(separator: "/") {
      if part == ".." { depth -= 1 } else if part != "." { depth += 1 }
      if depth < 0 { return false }
    }
    return true
  }
}

extension FileContent {
  fileprivate func complaint(
    about path: String
  ) -> (code: String, summary: String, detail: String) {
    switch self {
    case .text, .missing:
      (
        "file-not-found", "File not found",
        "There is no file \"\(path)\". The path counts from the folder of the file that names it."
      )
    case .outsideRoot:
      (
        "file-outside-root", "File outside the spec's folder",
        "\"\(path)\" leads out of the folder of the spec. Put the file inside it, so that a review "
          + "of the spec shows everything that is sent."
      )
    case .unreadable(let reason):
      (
        "file-unreadable", "File cannot be read",
        "\"\(path)\" cannot be read: \(reason). Mend that, or name another file."
      )
    case .notText:
      (
        "file-not-text", "File is not text",
        "\"\(path)\" is not in UTF-8. Save it as UTF-8."
      )
    case .tooLarge:
      (
        "file-too-large", "The file is too large",
        "\"\(path)\" is larger than anything the API takes. Check that it is the file you mean."
      )
    }
  }
}
