import Platform

/// The project's own files.
enum Repository {
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  struct File: CustomStringConvertible {
    /// Relative to the project's root.
    let path: String
    let text: String

    var description: String { path }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The folder under `Sources` that holds it.
    var room: String { String(path.split(separator: "/").dropFirst().first ?? "") }
    /// The modules it imports.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at <= 2, words.count > at + 1,
          words[..<at].allSatisfy({ $0.hasPrefix("@") || ["internal", "package"].contains($0) })
        else { return nil }
        return String(words[at + 1].prefix { $0 != "." })
      }
    }
  }

  static func read(_ path: String) throws -> String {
    let bytes = try FileText.read(root + "/" + path, limitBytes: 1 << 22) ?? []
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Every file below `folder` whose name ends with `suffix`.
  static func files(in folder: String, _ suffix: String) throws -> [File] {
    var found: [File] = []
    for name in try Folder.entries(root + "/" + folder) {
      let path = folder + "/" + name
      if Folder.kind(of: root + "/" + path) == .folder {
        found += try files(in: path, suffix)
      } else if name.hasSuffix(suffix) {
        found.append(File(path: path, text: try read(path)))
      }
    }
    return found
  }
}
