package import Client
package import Model
package import Planning
internal import Values

extension Refresh {
  /// `live` with the objects of `resources` read by themselves where their list does not tell all, and
  /// where they may be other than when they were last seen.
  ///
  /// Of several objects with the identity of one resource those give way that are retired, unless all
  /// are.
  ///
  /// - Throws: `APIFailure`; its cause is `.incomplete` if what is on a list is not there.
  package func details(
    of live: [String: [RemoteObject]],
    for resources: [Resource],
    selection: Selection,
    baselines: [Address: Baseline]
  ) async throws(APIFailure) -> [String: [RemoteObject]] {
    let wanted = Self.planned(resources, selection)
    guard !wanted.isEmpty else { return live }
    var details = Details(live)
    var places = Whereabouts(of: resources, in: live, baselines: baselines)
    let rivals = wanted.filter { $0.kind.endpoints.retired != nil }.flatMap { resource in
      (places.rivals[resource.address] ?? []).map { Details.Wish(kind: resource.kind, id: $0.id) }
    }
    if !rivals.isEmpty {
      try await read(rivals, into: &details)
      for resource in wanted {
        guard let retired = resource.kind.endpoints.retired else { continue }
        details.drop(retired, among: places.rivals[resource.address] ?? [], of: resource.kind)
      }
      places = Whereabouts(of: resources, in: details.live, baselines: baselines)
    }
    let symbols = Symbols(ids: places.objects.mapValues(\.id))
    var wishes: [Details.Wish] = []
    for resource in wanted {
      guard let object = places.objects[resource.address] else { continue }
      if let known = known(resource, as: object, baselines[resource.address], symbols) {
        details.complete(object.id, of: resource.kind, by: known)
      } else if resource.kind.endpoints.details != nil {
        wishes.append(Details.Wish(kind: resource.kind, id: object.id))
      }
    }
    try await read(wishes, into: &details)
    return details.live
  }

  /// The selected ones of `resources`, and those that they refer to.
  private static func planned(_ resources: [Resource], _ selection: Selection) -> [Resource] {
    let selected = resources.filter { selection.contains($0.address) }
    let needed = Set(selected.map(\.address) + selected.flatMap(\.dependencies))
    return resources.filter { needed.contains($0.address) && $0.kind.endpoints.details != nil }
  }

  /// What the baseline knows of an object that did not change since; nil if it must be read.
  private func known(
    _ resource: Resource,
    as object: RemoteObject,
    _ baseline: Baseline?,
    _ symbols: Symbols
  ) -> Members? {
    guard case .since(let attribute)? = resource.kind.endpoints.details,
      let baseline, baseline.id == object.id, let version = baseline.version,
      object.attributes[attribute]?.scalarText == version
    else { return nil }
    return resource.remembered(by: baseline, symbols: symbols)
  }

  /// The most objects that are read at once.
  private static let width = 10

  private func read(
    _ wishes: [Details.Wish],
    into details: inout Details
  ) async throws(APIFailure) {
    var waiting = details.missing(of: wishes).makeIterator()
    let results = await withTaskGroup(
      of: (Details.Wish, Result<RemoteObject, APIFailure>).self,
      returning: [(Details.Wish, Result<RemoteObject, APIFailure>)].self
    ) { group in
      func begin() {
        guard let wish = waiting.next() else { return }
        group.addTask { (wish, await result(of: wish)) }
      }
      for _ in 0..<Self.width { begin() }
      var results: [(Details.Wish, Result<RemoteObject, APIFailure>)] = []
      for await answer in group {
        results.append(answer)
        // After a failure what is under way is waited for, and nothing more is asked.
        if case .success = answer.1 { begin() }
      }
      return results
    }
    for (wish, result) in results { details.take(try result.get(), for: wish) }
  }

  private func result(of wish: Details.Wish) async -> Result<RemoteObject, APIFailure> {
    guard let client = clients[wish.kind.system] else {
      return .failure(
        APIFailure(.incomplete, "no client", method: "GET", path: wish.kind.endpoints.path)
      )
    }
    do throws(APIFailure) {
      return .success(try await client.read(wish.kind, wish.id))
    } catch {
      guard error.cause == .notFound else { return .failure(error) }
      var failure = error
      failure.cause = .incomplete
      failure.advice =
        "The \(wish.kind.noun) \(wish.id) is on the list and was not there when it was read. Run again."
      return .failure(failure)
    }
  }
}
