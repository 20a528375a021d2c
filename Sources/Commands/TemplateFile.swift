internal import Diagnostics
internal import Platform
internal import Values

/// Reads what `render` is given.
enum TemplateFile {
  /// Bytes of data: more than any message has.
  private static let dataLimit = 8 << 20
  /// Values that data may hold.
  private static let valueLimit = 1 << 20

  /// - Throws: a `Diagnostic` that names the file, if there is none or it is no text.
  static func text(at path: String, in session: Session) throws(Diagnostic) -> String {
    guard let bytes = try bytes(at: path, in: session) else {
      throw problem(path, "There is no such file.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw problem(path, "It is not text in UTF-8.")
    }
    return text
  }

  private static func bytes(at path: String, in session: Session) throws(Diagnostic) -> [UInt8]? {
    do throws(FileError) {
      // What is larger than a template may be is left to its own limit, which says so.
      return try FileText.read(session.absolute(path), limitBytes: dataLimit)
    } catch {
      throw problem(path, "\(error.reason).")
    }
  }

  /// - Throws: a `Diagnostic` with the place of the fault, if the file is no object of JSON.
  static func data(at path: String, in session: Session) throws(Diagnostic) -> Members {
    let source = SourceText(name: path, text: try text(at: path, in: session))
    guard let members = try value(in: source).members else {
      let detail = "The data must be an object, whose members are the names that a template knows."
      throw fault(detail, at: 0, in: source)
    }
    return members
  }

  private static func value(in source: SourceText) throws(Diagnostic) -> Value {
    var budget = valueLimit
    do throws(JSONError) {
      return try Value(json: Array(source.text.utf8), budget: &budget)
    } catch {
      throw fault("This is not JSON: \(error.reason).", at: error.offset, in: source)
    }
  }

  private static func problem(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      code: "template-unreadable",
      summary: "A file cannot be read",
      detail: "\(path) cannot be read: \(reason)"
    )
  }

  private static func fault(_ detail: String, at offset: Int, in source: SourceText) -> Diagnostic {
    Diagnostic(
      code: "template-data",
      summary: "The data is not what a template can be rendered with",
      detail: detail,
      at: SourceRange(bytes: offset..<offset, of: source)
    )
  }
}
