package import Client
package import Model
package import Planning
internal import Values

/// Reads the live objects: whole lists, of the kinds that are asked for, at the same time; then, one by
/// one, those whose list does not tell all.
package struct Refresh: Sendable {
  package let clients: [String: APIClient]

  package init(clients: [String: APIClient]) {
    self.clients = clients
  }

  /// The kinds that planning `resources` needs: those of the selected ones, of what they refer to, of
  /// what stands in order in them or would go with them, and of what the server adds to their lists.
  ///
  /// - Parameter catalogue: Every kind there is.
  package static func kinds(
    for resources: [Resource],
    selection: Selection,
    among catalogue: [Kind]
  ) -> [Kind] {
    let byAddress = Dictionary(resources.map { ($0.address, $0) }, uniquingKeysWith: { $1 })
    var needed: [String: Kind] = [:]
    for resource in resources where selection.contains(resource.address) {
      needed[resource.kind.name] = resource.kind
      for address in resource.dependencies {
        if let dependency = byAddress[address] { needed[dependency.kind.name] = dependency.kind }
      }
      for attribute in resource.kind.schema {
        if let padding = attribute.padding, resource.attributes[attribute.name] != nil {
          needed[padding.kind] = catalogue.first { $0.name == padding.kind }
        }
        guard let ordering = attribute.ordering,
          resource.isAbsent || resource.attributes[attribute.name] != nil
        else { continue }
        needed[ordering.kind] = catalogue.first { $0.name == ordering.kind }
      }
    }
    // Of what only a person sees no API has a list.
    return needed.values.filter { $0.mode != .attested }.sorted { $0.name < $1.name }
  }

  /// Every object of `kinds`, by the kind's name.
  ///
  /// - Throws: the first failure; nothing is known then, least of all that objects are missing.
  package func objects(of kinds: [Kind]) async throws(APIFailure) -> [String: [RemoteObject]] {
    let results = await withTaskGroup(
      of: (String, Result<[RemoteObject], APIFailure>).self
    ) { group in
      for kind in kinds {
        guard let client = clients[kind.system] else { continue }
        group.addTask { (kind.name, await result(of: kind, client)) }
      }
      var results: [String: Result<[RemoteObject], APIFailure>] = [:]
      for await (name, result) in group { results[name] = result }
      return results
    }
    var live: [String: [RemoteObject]] = [:]
    for kind in kinds { live[kind.name] = try results[kind.name]?.get() }
    return live
  }

  private func result(
    of kind: Kind,
    _ client: APIClient
  ) async -> Result<[RemoteObject], APIFailure> {
    do throws(APIFailure) {
      return .success(try await client.list(kind))
    } catch {
      return .failure(error)
    }
  }
}
