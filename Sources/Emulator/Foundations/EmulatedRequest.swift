internal import HTTPTypes
internal import Messages

/// A request taken apart: where it goes and what it asks.
struct EmulatedRequest: Sendable {
  let method: HTTPRequest.Method
  let origin: Origin
  /// The path as sent, without query; at least "/".
  let path: String
  let query: Query
  let headers: HTTPFields
  let body: [UInt8]

  /// Nil unless the URL is absolute, http or https, with a host.
  init?(_ request: Request) {
    let url = request.url.prefix { $0 != "#" }
    guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else { return nil }
    let scheme = url[..<colon].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = url[url.index(colon, offsetBy: 3)...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard let origin = Self.origin(scheme: scheme, authority: authority) else { return nil }
    let target = rest[authority.endIndex...]
    let path = target.prefix { $0 != "?" }
    self.method = request.method
    self.origin = origin
    self.path = path.isEmpty ? "/" : String(path)
    self.query = Query(target[path.endIndex...].dropFirst())
    self.headers = request.headers
    self.body = request.body
  }

  private static func origin(scheme: String, authority: Substring) -> Origin? {
    let start = authority.lastIndex(of: "@").map { authority.index(after: $0) }
    let place = authority[(start ?? authority.startIndex)...]
    let address = place.hasPrefix("[") ? place.prefix { $0 != "]" }.endIndex : place.startIndex
    let host = place.prefix(upTo: place[address...].firstIndex(of: ":") ?? place.endIndex)
    let port = place[host.endIndex...].dropFirst()
    guard !host.isEmpty, port.isEmpty || UInt16(port) != nil else { return nil }
    return Origin(scheme: scheme, host: host.lowercased(), port: Int(port))
  }

  /// The path's segments, decoded, without a final `.json`.
  var segments: [String] {
    let plain = path.hasSuffix(".json") ? path.dropLast(5) : path[...]
    return plain.split(separator: "/").map { PercentCoding.decode($0) }
  }

  var hasJSONSuffix: Bool { path.hasSuffix(".json") }
}
