internal import Diagnostics
internal import Model
internal import Values
internal import YAML

/// The tags of the spec's language.
extension ValueDecoder {
  /// Decodes what stands behind `tag`, where a value of `shape` is expected.
  mutating func decode(_ tag: Tag, _ node: Node, as shape: Shape?) -> Draft? {
    if tag.isSecret {
      guard secretKey != nil || mayHoldSecrets, shape != nil else {
        findings.report(
          "env-not-allowed",
          "Secret not allowed here",
          "\"\(label)\" is no secret attribute, and what is sent in it can be read by others: "
            + "\(tag.rawValue) may not stand here. Use a variable (!var) for what is no secret.",
          at: node.range
        )
        return nil
      }
    } else if let key = secretKey {
      reportClearText(at: key)
      return nil
    }
    guard tag.fits(shape) else {
      findings.report(
        "tag-not-allowed",
        "Tag not allowed here",
        "\"\(label)\" must be \(shape?.noun ?? "a value"), which \(tag.rawValue) cannot make.",
        at: node.range
      )
      return nil
    }
    switch tag {
    case .json: return json(node)
    case .basic: return basic(node)
    case .bearer: return bearer(node)
    default: break
    }
    guard let argument = argument(of: tag, node) else { return nil }
    switch tag {
    case .reference: return reference(argument, shape: shape, at: node.range)
    case .format: return format(argument, at: node.range)
    case .variable: return variable(argument, shape: shape, at: node.range)
    case .environment: return secret(argument, at: node.range)
    case .file: return file(argument, at: node.range)
    case .zendesk: return origin("zendesk", path: argument, at: node.range)
    case .braze: return origin("braze", path: argument, at: node.range)
    case .json, .basic, .bearer: return nil
    }
  }

  private mutating func argument(of tag: Tag, _ node: Node) -> String? {
    if let text = node.scalarText, !text.isEmpty { return text }
    let found = node.scalarText == nil ? node.noun : "nothing"
    findings.report(
      "invalid-tag-value",
      "Invalid value of a tag",
      "\(tag.rawValue) needs text behind it, but there is \(found). Write \(tag.usage).",
      at: node.range
    )
    return nil
  }

  private mutating func json(_ node: Node) -> Draft? {
    var bare = node
    bare.tag = nil
    return decode(bare, as: nil).map(Draft.quoting)
  }

  private mutating func reference(_ text: String, shape: Shape?, at range: SourceRange) -> Draft? {
    guard let address = resolve(text, at: range) else { return nil }
    if let shape, let kind = scope[address]?.kind.name, !shape.takesID(of: kind) {
      findings.report(
        "wrong-kind",
        "Reference to the wrong kind of resource",
        "\"\(label)\" must be \(shape.noun), but \(address) is a \(kind).",
        at: range
      )
      return nil
    }
    if shape == nil, reportIfWithoutID(address, at: range) { return nil }
    return .known(.reference(Reference(to: text)))
  }

  /// The address that `text` is, of a resource whose id there is; nil, and reported, otherwise.
  private mutating func resolve(_ text: String, at range: SourceRange) -> Address? {
    guard let address = Address(text) else {
      findings.report(
        "invalid-address",
        "Invalid address",
        "\"\(text)\" is not the address of a resource: that is its system, its section and its "
          + "name with dots between, such as zendesk.triggers.reply_by_sms."
          + findings.suggestion(for: text, in: scope.addresses),
        at: range
      )
      return nil
    }
    guard let declaration = scope[address] else {
      findings.report(
        "unknown-resource",
        "Unknown resource",
        "The spec declares no resource \(text)."
          + findings.suggestion(for: text, in: scope.addresses),
        at: range
      )
      return nil
    }
    guard !declaration.isAbsent else {
      findings.report(
        "reference-to-absent",
        "Reference to an absent resource",
        "\(text) is declared absent at \(declaration.range.place), so there is no id to use. "
          + "Refer to another resource, or remove \"absent\" there.",
        at: range
      )
      return nil
    }
    uses.append(Use(address: address, range: range))
    return address
  }

  /// Reports a resource that no system gives an id to.
  private mutating func reportIfWithoutID(_ address: Address, at range: SourceRange) -> Bool {
    guard let kind = scope[address]?.kind, kind.mode == .attested, kind.idAttribute == nil else {
      return false
    }
    findings.report(
      "reference-without-id",
      "Reference to what has no id",
      "\(address) is a \(kind.noun), which has no id that could stand here. Refer to it only where "
        + "the reference of kinds says that a \(kind.name) is expected.",
      at: range
    )
    return true
  }

  private mutating func format(_ text: String, at range: SourceRange) -> Draft? {
    guard let format = FormatText(text) else {
      findings.report(
        "invalid-format",
        "Invalid format",
        "A brace of \"\(label)\" has no partner. A resource's id stands in single braces, "
          + "{zendesk.user_fields.NAME}; {{ }} and {% %} are left as they are.",
        at: range
      )
      return nil
    }
    var pieces: [FormatPiece] = []
    var isWhole = true
    for part in format.parts {
      switch part {
      case .text(let text): pieces.append(.text(text))
      case .address(let text):
        if let address = resolve(text, at: range) {
          if reportIfWithoutID(address, at: range) { isWhole = false }
        } else {
          isWhole = false
        }
        pieces.append(.reference(Reference(to: text)))
      }
    }
    guard isWhole else { return nil }
    let hasReference = pieces.contains { if case .reference = $0 { true } else { false } }
    return .known(hasReference ? .format(pieces) : .string(text))
  }

  private mutating func variable(_ name: String, shape: Shape?, at range: SourceRange) -> Draft? {
    guard scope.variableNames.contains(name) else {
      findings.report(
        "undeclared-variable",
        "Undeclared variable",
        "No variable is called \"\(name)\"."
          + findings.suggestion(for: name, in: scope.variableNames.sorted())
          + " Declare it under \"variables\", in the file or in an environment.",
        at: range
      )
      return nil
    }
    return .variable(name: name, shape: shape, label: label, range)
  }

  private mutating func secret(_ name: String, at range: SourceRange) -> Draft? {
    findings.isVariableOfProcess(name, at: range) ? .secret(name: name, range) : nil
  }

  private mutating func origin(_ system: String, path: String, at range: SourceRange) -> Draft? {
    guard path.hasPrefix("/") else {
      findings.report(
        "invalid-path",
        "Invalid path",
        "!\(system) puts the environment's own origin before a path, which must begin with \"/\", "
          + "but this is \"\(path)\".",
        at: range
      )
      return nil
    }
    return .origin(system: system, path: path, range)
  }

  private mutating func basic(_ node: Node) -> Draft? {
    let parts = self.parts(of: .basic, node, keys: ["username", "password"])
    guard let username = parts["username"], let password = parts["password"] else { return nil }
    // A user's name is no secret, but may be kept beside one.
    let key = secretKey
    if username.value.tag != Tag.environment.rawValue { secretKey = nil }
    let name = decode(username.value, as: .text, called: "username")
    secretKey = key
    let secret = secretPart(password)
    guard let name, let secret else { return nil }
    return .basic(username: name, password: secret)
  }

  private mutating func bearer(_ node: Node) -> Draft? {
    let parts = self.parts(of: .bearer, node, keys: ["token"])
    return parts["token"].flatMap { secretPart($0) }.map(Draft.bearer)
  }

  private mutating func secretPart(_ entry: Findings.Entry) -> Draft? {
    guard case .tagged(.environment) = entry.value.reading else {
      reportClearText(at: entry.keyRange)
      return nil
    }
    return decode(entry.value, as: .text, called: entry.key, secretAt: entry.keyRange)
  }

  /// The entries behind `!basic` or `!bearer` by key; what is missing or too much is reported.
  private mutating func parts(
    of tag: Tag,
    _ node: Node,
    keys: [String]
  ) -> [String: Findings.Entry] {
    guard case .mapping = node.content else {
      findings.report(
        "invalid-tag-value",
        "Invalid value of a tag",
        "\(tag.rawValue) needs a mapping behind it, but there is \(node.noun). Write \(tag.usage).",
        at: node.range
      )
      return [:]
    }
    var bare = node
    bare.tag = nil
    var parts: [String: Findings.Entry] = [:]
    for entry in findings.entries(of: bare, label: label) ?? [] {
      if keys.contains(entry.key) {
        parts[entry.key] = entry
      } else {
        findings.reportUnknownKey(entry.key, at: entry.keyRange, in: tag.rawValue, valid: keys)
      }
    }
    for key in keys where parts[key] == nil {
      findings.reportMissingKey(key, of: tag.rawValue, at: node.range)
    }
    return parts
  }
}
