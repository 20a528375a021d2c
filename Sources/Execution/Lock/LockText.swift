package import Diagnostics
internal import Model
internal import Values

/// The lock as text: canonical JSON, one resource a block, so that two branches merge line by line.
package enum LockText {
  /// The version this tool writes, and the newest it reads.
  package static let formatVersion = 1

  package static func text(of lock: Lock) -> String {
    let environments = lock.environments.sorted { $0.key < $1.key }.map { name, baselines in
      let blocks = baselines.sorted { $0.key < $1.key }.map { address, baseline in
        (address.description, value(of: baseline))
      }
      return (name, Value.object(Members(blocks)))
    }
    let document: Value = [
      "format_version": .integer(formatVersion),
      "environments": .object(Members(environments)),
    ]
    return document.json(.pretty) + "\n"
  }

  /// Reads what `text(of:)` wrote.
  ///
  /// - Throws: a `Diagnostic` with the place, if it is damaged or was written by a newer version.
  package static func lock(in source: SourceText) throws(Diagnostic) -> Lock {
    let document: Value
    do throws(JSONError) {
      document = try Value(strictJSON: source.text)
    } catch {
      throw damaged(
        "It is not the JSON of a lock: \(error.reason).",
        source,
        at: source.range(ofByte: error.offset)
      )
    }
    let reader = LockReader(source: source)
    return try reader.lock(in: document)
  }

  private static func value(of baseline: Baseline) -> Value {
    let digests = baseline.digests.sorted { $0.key < $1.key }.map { name, digest in
      (name, Value.string(digest.hexadecimal))
    }
    return [
      "kind": .string(baseline.kind),
      "id": .string(baseline.id),
      "attributes": .object(Members(digests)),
    ]
  }

  fileprivate static func damaged(
    _ reason: String,
    _ source: SourceText,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: "lock-damaged",
      summary: "The lock cannot be read",
      detail:
        "\(reason) Restore it from version control, or delete it: objects are then found again "
        + "by their identities.",
      at: range
    )
  }
}

private struct LockReader {
  let source: SourceText

  func lock(in document: Value) throws(Diagnostic) -> Lock {
    guard let version = document["format_version"]?.integer else {
      throw damaged("It has no format_version.", near: nil)
    }
    guard version <= LockText.formatVersion else {
      throw Diagnostic(
        code: "lock-too-new",
        summary: "The lock was written by a newer version",
        detail: "Its format_version is \(version), and this lockstep reads up to "
          + "\(LockText.formatVersion). Use the version that wrote it, or a newer one.",
        at: range(of: "format_version")
      )
    }
    guard version == 1, let environments = document["environments"]?.members else {
      throw damaged("It has no environments.", near: "format_version")
    }
    var lock = Lock()
    for (name, value) in environments {
      guard let blocks = value.members else {
        throw damaged("The environment \"\(name)\" is no object.", near: name)
      }
      var baselines: [Address: Baseline] = [:]
      for (key, block) in blocks {
        guard let address = Address(key) else {
          throw damaged("\"\(key)\" is no address.", near: key)
        }
        baselines[address] = try baseline(in: block, key)
      }
      lock.environments[name] = baselines
    }
    return lock
  }

  private func baseline(in block: Value, _ key: String) throws(Diagnostic) -> Baseline {
    guard let kind = block["kind"]?.text, let id = block["id"]?.text, !id.isEmpty,
      let attributes = block["attributes"]?.members
    else { throw damaged("The block of \(key) lacks its kind, id or attributes.", near: key) }
    var digests: [String: Digest] = [:]
    for (name, value) in attributes {
      guard let digest = value.text.flatMap(Digest.init(hexadecimal:)) else {
        throw damaged("The digest of \(name) of \(key) is no SHA-256.", near: key)
      }
      digests[name] = digest
    }
    return Baseline(kind: kind, id: id, digests: digests)
  }

  private func damaged(_ reason: String, near key: String?) -> Diagnostic {
    LockText.damaged(reason, source, at: range(of: key))
  }

  /// The place of a member's name; the start of the file where there is none.
  private func range(of key: String?) -> SourceRange {
    guard let key else { return SourceRange(startOf: source) }
    let quoted = Array(Value.string(key).json().utf8)
    let bytes = Array(source.text.utf8)
    let last = bytes.count - quoted.count
    guard last >= 0,
      let offset = (0...last).first(where: { bytes[$0...].starts(with: quoted) })
    else { return SourceRange(startOf: source) }
    return source.range(ofByte: offset)
  }
}

extension SourceText {
  /// The place of the character that holds the byte after `offset` bytes.
  fileprivate func range(ofByte offset: Int) -> SourceRange {
    let before = Array(text.utf8.prefix(offset))
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1
    let position = SourceRange.Position(line: line, column: column)
    return SourceRange(source: self, start: position, end: position)
  }
}
