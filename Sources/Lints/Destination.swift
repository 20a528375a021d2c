internal import Spec

/// Where a URL leads, as far as the spec can tell.
enum Destination: Sendable, Hashable {
  /// A path of Braze's REST API.
  case braze(String)
  /// A path of a Zendesk account.
  case zendesk(String)
  case elsewhere

  /// Where `url` leads, be it without a scheme: to the environment's instances, or to a host that only
  /// the vendors have.
  ///
  /// Braze: https://www.braze.com/docs/api/basics/#endpoints
  init(_ url: String, _ target: Target) {
    for system in ["braze", "zendesk"] {
      guard let origin = target.origin(of: system), url.hasPrefix(origin) else { continue }
      let rest = url.dropFirst(origin.count)
      guard rest.isEmpty || Self.endsHost(rest) else { continue }
      // A served emulator is both; Braze has no path that begins as all of Zendesk's do.
      if system == "braze", rest.hasPrefix("/api/"), origin == target.origin(of: "zendesk") {
        continue
      }
      self = Self.destination(in: system, rest)
      return
    }
    let bare = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    let host = bare.prefix { !"/?#".contains($0) }.lowercased()
    let rest = bare.drop { !"/?#".contains($0) }
    if host.hasPrefix("rest."), host.hasSuffix(".braze.com") || host.hasSuffix(".braze.eu") {
      self = Self.destination(in: "braze", rest)
    } else if host.hasSuffix(".zendesk.com") {
      self = Self.destination(in: "zendesk", rest)
    } else {
      self = .elsewhere
    }
  }

  private static func endsHost(_ rest: Substring) -> Bool {
    rest.first.map { "/?#".contains($0) } ?? true
  }

  private static func destination(in system: String, _ rest: Substring) -> Destination {
    var path = rest.prefix { !"?#".contains($0) }
    while path.count > 1, path.last == "/" { path.removeLast() }
    return system == "braze" ? .braze(String(path)) : .zendesk(String(path))
  }
}
