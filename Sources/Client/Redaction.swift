internal import HTTPTypes
internal import Values

/// Takes credentials out of texts that a server may have echoed.
struct Redaction: Sendable {
  /// Longest first, so that no part of one is left behind by another.
  private let hidden: [String]

  /// Texts of fewer than four characters are not hidden: they are in every message by chance.
  /// Hidden are the texts themselves and as a server may give them back: escaped in JSON, in base64.
  init(_ secrets: [String]) {
    let forms = secrets.filter { $0.count >= 4 }.flatMap { secret in
      [secret, String(Value.string(secret).json().dropFirst().dropLast()), Base64.encode(secret)]
    }
    hidden = Set(forms).sorted { ($1.count, $0) < ($0.count, $1) }
  }

  init(_ secrets: [Secret]) {
    self.init(secrets.compactMap { $0.reveal() })
  }

  /// This, and what the `Authorization` header of a request holds.
  func and(authorization headers: HTTPFields) -> Redaction {
    guard let header = headers[.authorization] else { return self }
    let token = String(header.drop { $0 != " " }.dropFirst())
    // Of a Basic header also what it holds, and the part that is the secret alone.
    let pair = Base64.decode(token) ?? ""
    let password = String(pair.drop { $0 != ":" }.dropFirst())
    return Redaction(hidden + [header, token, pair, password])
  }

  /// `text` on one line of at most `Excerpt.limit` characters, with `(secret)` for each secret.
  func line(_ text: String) -> String {
    Excerpt.line(hidden.reduce(text) { $0.replacing($1, with: "(secret)") })
  }
}
