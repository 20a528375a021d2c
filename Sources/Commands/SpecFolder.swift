internal import Diagnostics
internal import Platform
internal import Spec

/// The files of a spec and what lies beside them.
struct SpecFolder: Sendable {
  /// The files, as the user would type their paths.
  let files: [SpecFile]
  /// The folder that holds them, absolute.
  let root: String
  /// Where the lock of instances lies, beside the spec.
  let lockPath: String

  /// The largest file that is read: YAML allows 32 MiB, and says so itself just above that.
  private static let fileLimit = 64 * 1024 * 1024

  /// Reads the spec at `path`, a file or a folder.
  ///
  /// - Throws: a `Diagnostic` that names the path, if there is nothing to read.
  init(_ path: String, in session: Session) throws(Diagnostic) {
    guard !path.isEmpty else {
      throw Self.problem(
        "no-spec",
        "The spec does not exist",
        "The path is empty: a variable may not be set. Name a file or a folder, or leave it out."
      )
    }
    let absolute = session.absolute(path)
    switch Folder.kind(of: absolute) {
    case .folder:
      let names = try Self.reading(path) { () throws(FileError) in try Folder.entries(absolute) }
        .filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".scenario.yaml") && !$0.hasPrefix(".") }
      guard !names.isEmpty else {
        throw Self.problem(
          "no-spec",
          "No spec in this folder",
          "\(path) holds no *.yaml file. Name the file that holds the spec, or copy "
            + "integration.yaml.example to \(path)/integration.yaml."
        )
      }
      let prefix = path.hasSuffix("/") ? path : path + "/"
      var read: [SpecFile] = []
      for name in names { read.append(try Self.file(prefix + name, in: session)) }
      files = read
      root = try Self.reading(path) { () throws(FileError) in try Folder.realPath(absolute) }
      lockPath = root + "/integration.lock.json"
    default:
      files = [try Self.file(path, in: session)]
      let name = absolute.split(separator: "/").last.map(String.init) ?? absolute
      root = String(absolute.dropLast(name.count + 1))
      lockPath = root + "/" + Self.stem(name) + ".lock.json"
    }
  }

  /// What `!file` reads: text inside the spec's folder, symbolic links followed before that is decided.
  func content(of path: String, relativeTo file: String, in session: Session) -> FileContent {
    let base = session.absolute(file).split(separator: "/").dropLast().joined(separator: "/")
    let wanted = path.hasPrefix("/") ? path : "/\(base)/\(path)"
    do throws(FileError) {
      guard Self.isInside(Self.standardized(wanted), try Folder.realPath(root), root) else {
        return .outsideRoot
      }
      guard Folder.kind(of: wanted) != .missing else { return .missing }
      let real = try Folder.realPath(wanted)
      guard Self.isInside(real, try Folder.realPath(root), root) else { return .outsideRoot }
      guard let bytes = try FileText.read(real, limitBytes: Self.fileLimit) else { return .missing }
      return String(validating: bytes, as: UTF8.self).map(FileContent.text) ?? .notText
    } catch {
      return error.isTooLarge ? .tooLarge : .unreadable(error.reason)
    }
  }

  private static func isInside(_ path: String, _ roots: String...) -> Bool {
    roots.contains { path.hasPrefix($0 == "/" ? $0 : $0 + "/") }
  }

  /// `path` without `.` and `..`, by its text alone.
  private static func standardized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  private static func file(_ path: String, in session: Session) throws(Diagnostic) -> SpecFile {
    let absolute = session.absolute(path)
    let bytes = try reading(path) { () throws(FileError) in
      try FileText.read(absolute, limitBytes: fileLimit)
    }
    guard let bytes else {
      throw problem(
        "no-spec",
        "The spec does not exist",
        "There is no file or folder \(path). Name the spec, or copy integration.yaml.example to "
          + "integration.yaml to begin with."
      )
    }
    return SpecFile(name: path, bytes: bytes)
  }

  private static func reading<Content>(
    _ path: String,
    _ read: () throws(FileError) -> Content
  ) throws(Diagnostic) -> Content {
    do throws(FileError) {
      return try read()
    } catch {
      throw problem(
        "spec-unreadable",
        "The spec cannot be read",
        "\(path) cannot be read: \(error.reason). Check its permissions and that it is a text file."
      )
    }
  }

  private static func problem(_ code: String, _ summary: String, _ detail: String) -> Diagnostic {
    Diagnostic(code: code, summary: summary, detail: detail)
  }

  /// `integration` for `integration.yaml` and for `integration.yaml.example`.
  private static func stem(_ name: String) -> String {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let end = parts.firstIndex { $0 == "yaml" || $0 == "yml" } ?? parts.endIndex
    let stem = parts[..<end].joined(separator: ".")
    return stem.isEmpty ? "integration" : stem
  }
}
