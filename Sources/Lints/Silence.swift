internal import Diagnostics
internal import Model
internal import Spec

/// The lints that the resources of a spec turn off, and which of them would have had something to say.
struct Silence {
  private struct Key: Hashable {
    let address: Address
    let code: String
  }

  /// In the order of the resources.
  private let all: [(key: Key, silencing: Silencing)]
  private let keys: Set<Key>
  private var unused: Set<Key>

  init(_ resources: [Resource]) {
    self.init(
      resources.flatMap { resource in
        resource.silencings.map { (Key(address: resource.address, code: $0.code), $0) }
      }
    )
  }

  /// Whether the resource that `hit` blames has turned `lint` off.
  mutating func covers(_ hit: Lint.Hit, of lint: Lint) -> Bool {
    guard !keys.isEmpty, let address = hit.address else { return false }
    let key = Key(address: address, code: lint.code)
    unused.remove(key)
    return keys.contains(key)
  }

  /// Complaints about codes that are none of `codes`.
  func unknown(among codes: [String]) -> [Diagnostic] {
    all.filter { !codes.contains($0.key.code) }.map { key, silencing in
      Diagnostic(
        code: "unknown-lint",
        summary: "Unknown rule",
        detail: "There is no rule \"\(key.code)\" that a resource could turn off."
          + Suggestion.sentence(for: key.code, in: codes)
          + " Docs/Lints.md lists those there are.",
        at: silencing.range
      )
    }
  }

  /// Warnings about what is turned off though it would say nothing in any environment.
  ///
  /// Where an environment cannot be resolved nobody knows, and nothing is said.
  func needless(among lints: [Lint], in specification: Specification) -> [Diagnostic] {
    let codes = lints.map(\.code)
    var candidates = Silence(all.filter { unused.contains($0.key) && codes.contains($0.key.code) })
    for environment in specification.environments where !candidates.unused.isEmpty {
      let name = environment.name.description
      let desired = specification.resolve(environment: name, variables: [:], secrets: .unread)
        .desired
      guard let desired else { return [] }
      let survey = Survey(desired)
      for lint in lints where candidates.unused.contains(where: { $0.code == lint.code }) {
        for hit in lint.find(survey) { _ = candidates.covers(hit, of: lint) }
      }
    }
    return candidates.all.filter { candidates.unused.contains($0.key) }.map { key, silencing in
      Diagnostic(
        .warning,
        code: "needless-silencing",
        summary: "Rule turned off for nothing",
        detail: "\"\(key.code)\" has nothing to say of \(key.address), in no environment. Remove "
          + "it from \"lint\", lest it hide something later.",
        at: silencing.range
      )
    }
  }

  private init(_ some: [(key: Key, silencing: Silencing)]) {
    all = some
    keys = Set(some.map(\.key))
    unused = keys
  }
}
