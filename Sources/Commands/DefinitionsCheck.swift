internal import Client
internal import Diagnostics
internal import Model
internal import Planning
internal import Spec

/// Holds a spec against what the accounts themselves say they know.
struct DefinitionsCheck: Sendable {
  let clients: [String: APIClient]
  let specification: Specification

  /// What the selected ones of `resources` hold that their account does not know; one request a kind.
  func diagnostics(
    of resources: [Resource],
    _ selection: Selection
  ) async throws(APIFailure) -> [Diagnostic] {
    let present = resources.filter { !$0.isAbsent }
    let names = Set(
      present.compactMap { resource in
        resource.identity.flatMap { resource.kind.mention($0, id: nil) }
      }
    )
    let chosen = present.filter { selection.contains($0.address) }
    let kinds = Dictionary(chosen.map { ($0.kind.name, $0.kind) }, uniquingKeysWith: { $1 })
    var diagnostics: [Diagnostic] = []
    for kind in kinds.values.sorted(by: { $0.name < $1.name }) {
      guard let definitions = kind.definitions, let client = clients[kind.system] else { continue }
      let check = try await client.check(by: definitions, knowing: names)
      for resource in chosen where resource.kind.name == kind.name {
        let found = check(resource.attributes)
        diagnostics += specification.diagnostics(found, of: resource.address)
      }
    }
    return diagnostics
  }
}
