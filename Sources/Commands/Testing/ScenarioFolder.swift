internal import Diagnostics
internal import Platform
internal import Spec

/// The scenarios that belong to a spec, as files.
struct ScenarioFolder {
  private static let suffix = ".scenario.yaml"
  /// YAML allows 32 MiB, and says so itself just above that.
  private static let fileLimit = 64 * 1024 * 1024

  let session: Session

  /// The files at `path`, a file or a folder, by name; those beside the spec and in the folder `scenarios`
  /// beside it where there is none.
  ///
  /// - Throws: a `Diagnostic` that names what cannot be read, or says that there is none.
  func files(at path: String?, besides spec: String) throws(Diagnostic) -> [SpecFile] {
    var paths: [String] = []
    if let path {
      paths = try self.paths(at: path)
    } else {
      let folder = Self.folder(of: spec, isFolder: kind(spec) == .folder)
      paths = try self.paths(in: folder) + self.paths(in: folder + "scenarios/")
    }
    guard !paths.isEmpty else {
      throw Diagnostic(
        code: "no-scenarios",
        summary: "There is no scenario",
        detail: path.map { "\($0) holds no *\(Self.suffix) file." }
          ?? "There is no *\(Self.suffix) file beside \(spec), nor in a folder scenarios there. "
          + "Write one, or say with --scenarios where they are."
      )
    }
    var files: [SpecFile] = []
    for path in paths { files.append(try file(path)) }
    return files
  }

  private func paths(at path: String) throws(Diagnostic) -> [String] {
    switch kind(path) {
    case .folder: return try paths(in: path.hasSuffix("/") ? path : path + "/")
    case .missing:
      throw Diagnostic(
        code: "no-scenarios",
        summary: "There is no scenario",
        detail: "There is no file or folder \(path)."
      )
    case .file, .other: return [path]
    }
  }

  /// - Parameter folder: With a slash at its end, or "".
  private func paths(in folder: String) throws(Diagnostic) -> [String] {
    let absolute = session.absolute(folder.isEmpty ? "." : folder)
    guard Folder.kind(of: absolute) == .folder else { return [] }
    do throws(FileError) {
      return try Folder.entries(absolute).filter { $0.hasSuffix(Self.suffix) && !$0.hasPrefix(".") }
        .sorted().map { folder + $0 }
    } catch {
      throw unreadable(folder, error)
    }
  }

  private func kind(_ path: String) -> Folder.Kind { Folder.kind(of: session.absolute(path)) }

  private static func folder(of spec: String, isFolder: Bool) -> String {
    if isFolder { return spec.hasSuffix("/") ? spec : spec + "/" }
    return spec.lastIndex(of: "/").map { String(spec[...$0]) } ?? ""
  }

  private func file(_ path: String) throws(Diagnostic) -> SpecFile {
    do throws(FileError) {
      let bytes = try FileText.read(session.absolute(path), limitBytes: Self.fileLimit)
      if let bytes { return SpecFile(name: path, bytes: bytes) }
    } catch {
      throw unreadable(path, error)
    }
    throw Diagnostic(
      code: "no-scenarios",
      summary: "There is no scenario",
      detail: "There is no file \(path)."
    )
  }

  private func unreadable(_ path: String, _ error: FileError) -> Diagnostic {
    Diagnostic(
      code: "scenario-unreadable",
      summary: "A scenario cannot be read",
      detail: "\(path) cannot be read: \(error.reason). Check its permissions."
    )
  }
}
