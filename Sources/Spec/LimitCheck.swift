internal import Diagnostics
internal import Model
internal import Values

/// Holds the number of resources of a kind against what an account takes.
enum LimitCheck {
  /// One diagnostic a kind, at the first resource too many.
  static func diagnostics(_ resources: [Resource]) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    return resources.compactMap { resource in
      guard let limit = resource.kind.limit, !resource.isAbsent else { return nil }
      let switchedOff = limit.countedUnlessFalse.map { resource.attributes[$0] == false } ?? false
      guard !switchedOff else { return nil }
      let count = counts[resource.kind.name, default: 0] + 1
      counts[resource.kind.name] = count
      guard count == limit.most + 1 else { return nil }
      let qualifier = limit.countedUnlessFalse.map { "\($0) " } ?? ""
      return Diagnostic(
        code: "too-many-resources",
        summary: "More resources than an account takes",
        detail:
          "An account takes \(limit.most) \(qualifier)\(resource.kind.collection), those that "
          + "the spec does not know included, and this is one more. Remove some"
          + (limit.countedUnlessFalse.map { ", or set \"\($0)\" to false." } ?? "."),
        at: resource.range
      )
    }
  }
}
