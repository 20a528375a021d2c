internal import Diagnostics
internal import Model
internal import Values
internal import YAML

/// Reads the files of a spec as far as no environment is needed.
struct SpecReader {
  private typealias Entry = Findings.Entry

  private static let ownKeys = ["version", "environments", "variables"]

  private var scope: Scope
  private var findings = Findings()
  /// In the order of files and of declarations in them.
  private var declarations: [Scope.Declaration] = []
  private var environments: [EnvironmentDeclaration] = []
  private var variables = Variables()
  /// Where the sections that may be in one file only were met.
  private var sections: [String: SourceRange] = [:]
  private let kinds: [String: [String: Kind]]

  static func read(
    _ files: [SpecFile],
    options: SpecOptions
  ) -> (spec: Specification?, diagnostics: [Diagnostic]) {
    var reader = SpecReader(options)
    let spec = reader.read(files)
    return (spec, reader.findings.diagnostics.inReadingOrder)
  }

  private init(_ options: SpecOptions) {
    scope = Scope(options: options)
    kinds = Dictionary(grouping: options.kinds, by: \.system).mapValues { kinds in
      Dictionary(kinds.map { ($0.collection, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private mutating func read(_ files: [SpecFile]) -> Specification? {
    var roots: [Node] = []
    for file in files {
      let (root, diagnostics) = YAMLDocument.parse(file.bytes, name: file.name)
      findings.add(diagnostics)
      if let root { roots.append(root) }
    }
    for root in roots { document(root) }
    // What an unreadable file declares is not known: more would be said than is wrong.
    // The same goes for one that holds something else than keys.
    guard roots.count == files.count, let first = roots.first, roots.allSatisfy(\.isMapping) else {
      return nil
    }
    if sections["environments"] == nil { findings.reportNoEnvironments(at: first.start) }
    if declarations.isEmpty { reportNoResources(at: first.start) }

    scope.variableNames = environments.reduce(into: Set(variables.names)) {
      $0.formUnion($1.variables.names)
    }
    let resources = declarations.map { declaration in
      let (draft, found) = ResourceReader.read(declaration, in: scope, after: findings)
      findings.add(found.diagnostics)
      return draft
    }
    findings.add(ReferenceGraph(resources).diagnostics())
    findings.add(OrderCheck(resources, scope: scope).diagnostics())
    findings.add(IdentityCheck.diagnostics(drafts: resources))
    return Specification(
      environments: environments,
      variables: variables,
      resources: resources,
      scope: scope,
      diagnostics: Set(findings.diagnostics)
    )
  }

  private mutating func document(_ root: Node) {
    guard let entries = findings.entries(of: root, label: root.range.source.name) else { return }
    version(entries.first { $0.key == "version" }, of: root)
    for entry in entries {
      switch entry.key {
      case "version": break
      case "environments":
        guard isFirst(entry) else { continue }
        let (found, problems) = EnvironmentReader.read(entry.value)
        environments = found
        findings.add(problems.diagnostics)
      case "variables":
        if isFirst(entry) { variables = findings.variables(of: entry.value) }
      default: system(entry)
      }
    }
  }

  private mutating func version(_ entry: Entry?, of root: Node) {
    guard let entry else {
      return findings.report(
        "missing-version",
        "Missing version",
        "Every file of a spec says which version of the language it is in. "
          + "Begin it with \"version: 1\".",
        at: root.start
      )
    }
    guard findings.isPlain(entry.value, label: "version"), entry.value.coreValue?.integer != 1
    else { return }
    findings.report(
      "unsupported-version",
      "Unsupported version",
      "This program reads version 1 of the language only. Write \"version: 1\", "
        + "or use a newer release if the file was written for one.",
      at: entry.value.range
    )
  }

  /// Whether the section is met for the first time; reported otherwise.
  private mutating func isFirst(_ entry: Entry) -> Bool {
    guard let first = sections[entry.key] else {
      sections[entry.key] = entry.keyRange
      return true
    }
    findings.report(
      "repeated-section",
      "Repeated section",
      "Of several files only one may have \"\(entry.key)\", and \(first.place) has it already. "
        + "Move everything there.",
      at: entry.keyRange
    )
    return false
  }

  private mutating func system(_ entry: Entry) {
    guard let collections = kinds[entry.key] else {
      return findings.reportUnknownKey(
        entry.key,
        at: entry.keyRange,
        in: "A spec",
        valid: Self.ownKeys + scope.systems
      )
    }
    for section in findings.optionalEntries(of: entry.value, label: entry.key) ?? [] {
      guard let kind = collections[section.key] else {
        let valid = scope.options.kinds.filter { $0.system == entry.key }.map(\.collection)
        findings.reportUnknownKey(
          section.key,
          at: section.keyRange,
          in: "\"\(entry.key)\"",
          valid: valid
        )
        continue
      }
      let label = "\(entry.key).\(section.key)"
      let resources = findings.optionalEntries(of: section.value, label: label) ?? []
      for resource in resources { declare(resource, kind) }
    }
  }

  private mutating func declare(_ entry: Entry, _ kind: Kind) {
    if !Address.isName(entry.key) {
      findings.reportInvalidName(
        entry.key,
        at: entry.keyRange,
        rule: "The name of a resource consists of a-z, 0-9 and \"_\"."
      )
    }
    let declaration = Scope.Declaration(
      address: kind.address(entry.key),
      kind: kind,
      range: entry.keyRange,
      body: entry.value,
      isAbsent: entry.value.isMarked("absent")
    )
    declarations.append(declaration)
    guard let taken = scope.declare(declaration) else { return }
    findings.report(
      "duplicate-address",
      "Duplicate address",
      "\(declaration.address) is declared at \(taken.range.place) already. "
        + "Rename one of the two, or remove it.",
      at: entry.keyRange
    )
  }

  private mutating func reportNoResources(at range: SourceRange) {
    let sections = scope.options.kinds.map { "\($0.system).\($0.collection)" }
    let warning = Diagnostic(
      .warning,
      code: "no-resources",
      summary: "No resources",
      detail: "The spec declares nothing to be managed. Declare resources under "
        + "\(sections.joined(separator: ", ")).",
      at: range
    )
    findings.add([warning])
  }
}

extension Node {
  /// The place of its first character.
  fileprivate var start: SourceRange {
    SourceRange(source: range.source, start: range.start, end: range.start)
  }

  /// Whether it is a mapping that says `key: true`.
  func isMarked(_ key: String) -> Bool {
    guard case .mapping(let entries) = content else { return false }
    return entries.contains { $0.key.scalarText == key && $0.value.coreValue?.boolean == true }
  }
}
