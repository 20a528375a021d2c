internal import Diagnostics
internal import Model
internal import Values

/// Reads the JSON of a lock.
struct LockReader {
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
        baselines[address] = try baseline(in: block, key, name)
      }
      lock.environments[name] = baselines
    }
    return lock
  }

  private func baseline(
    in block: Value,
    _ key: String,
    _ environment: String
  ) throws(Diagnostic) -> Baseline {
    guard let kind = block["kind"]?.text, let attributes = block["attributes"] else {
      throw damaged("The block of \(key) lacks its kind or its attributes.", near: key)
    }
    let id = block["id"]?.text
    guard id?.isEmpty != true, id != nil || block["attested"] != nil else {
      throw damaged("The block of \(key) lacks its id.", near: key)
    }
    var baseline = Baseline(
      kind: kind,
      id: id ?? "",
      digests: try digests(in: attributes, key),
      version: block["version"]?.text
    )
    if let attested = block["attested"] {
      baseline.attestation = try attestation(in: attested, key, environment)
    }
    return baseline
  }

  private func attestation(
    in block: Value,
    _ key: String,
    _ environment: String
  ) throws(Diagnostic) -> Attestation {
    guard let date = block["date"]?.text, let attributes = block["attributes"],
      let place = block["environment"]?.text, let instance = block["instance"]?.text
    else {
      throw damaged(
        "The attestation of \(key) lacks its environment, instance, date or attributes.",
        near: key
      )
    }
    guard place == environment else {
      throw damaged(
        "The attestation of \(key) was given for the environment \"\(place)\", and stands under "
          + "\"\(environment)\": what was seen there need not be so here. Take that \"attested\" out, or move it back.",
        near: key
      )
    }
    return Attestation(
      digests: try digests(in: attributes, key),
      environment: place,
      instance: instance,
      date: date,
      by: block["by"]?.text,
      note: block["note"]?.text
    )
  }

  private func digests(in value: Value, _ key: String) throws(Diagnostic) -> [String: Digest] {
    guard let members = value.members else {
      throw damaged("The attributes of \(key) are no object.", near: key)
    }
    var digests: [String: Digest] = [:]
    for (name, value) in members {
      guard let digest = value.text.flatMap(Digest.init(hexadecimal:)) else {
        throw damaged("The digest of \(name) of \(key) is no SHA-256.", near: key)
      }
      digests[name] = digest
    }
    return digests
  }

  /// What is wrong with an entry of no known kind, or of another kind than its address says.
  func unknown(
    _ address: Address,
    _ kind: String,
    expected: String?,
    _ environment: String,
    among sections: some Sequence<String>
  ) -> Diagnostic {
    let section = "\(address.system).\(address.collection)"
    let reason =
      expected.map { "is in the section of the kind \($0), and its kind is \"\(kind)\"" }
      ?? "is of a section that this version does not know."
      + Suggestion.sentence(for: section, in: sections.sorted())
    return Diagnostic(
      code: "lock-unknown-entry",
      summary: "The lock holds an entry of no known kind",
      detail: "\(address) \(reason)\(reason.last == "." || reason.last == "?" ? "" : ".") Use the "
        + "version that wrote it, or restore or remove the entry. The lock was left as it is.",
      at: range(of: address.description, after: environment)
    )
  }

  private func damaged(_ reason: String, near key: String?) -> Diagnostic {
    LockText.damaged(reason, source, at: range(of: key))
  }

  /// The place of a member's name; the start of the file where there is none.
  private func range(of key: String?, after environment: String? = nil) -> SourceRange {
    guard let key else { return SourceRange(startOf: source) }
    let bytes = Array(source.text.utf8)
    let start = environment.flatMap { Self.offset(of: $0, in: bytes, from: 0) } ?? 0
    return Self.offset(of: key, in: bytes, from: start).map(source.range(ofByte:))
      ?? SourceRange(startOf: source)
  }

  /// Where `name` stands in quotes for the first time.
  private static func offset(of name: String, in bytes: [UInt8], from start: Int) -> Int? {
    let quoted = Array(Value.string(name).json().utf8)
    let last = bytes.count - quoted.count
    guard last >= start else { return nil }
    return (start...last).first { bytes[$0...].starts(with: quoted) }
  }
}

extension SourceText {
  /// The place of the character that holds the byte after `offset` bytes.
  func range(ofByte offset: Int) -> SourceRange {
    let before = Array(text.utf8.prefix(offset))
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1
    let position = SourceRange.Position(line: line, column: column)
    return SourceRange(source: self, start: position, end: position)
  }
}
