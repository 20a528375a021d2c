internal import Values

/// What a request shows to prove who sends it.
enum Credential: Sendable {
  case none
  /// `Basic`, decoded: `ops@acme.example/token:x`.
  case basic(String)
  case bearer(String)
  /// An `Authorization` header that is neither, or empty, or not base64.
  case unreadable

  init(header: String?) {
    guard let header else {
      self = .none
      return
    }
    let parts = header.split(separator: " ", maxSplits: 1)
    let rest = parts.count == 2 ? parts[1].drop { $0 == " " } : ""
    switch parts.first?.lowercased() {
    case "bearer" where !rest.isEmpty: self = .bearer(String(rest))
    case "basic": self = Base64.decode(String(rest)).map { .basic($0) } ?? .unreadable
    default: self = .unreadable
    }
  }
}
