internal import HTTPTypes
internal import Values

/// Something that shall go wrong with certain requests.
struct FaultRule: Sendable, Hashable {
  enum Kind: String, Sendable, CaseIterable {
    /// An answer of `status`, without effect.
    case status
    /// The connection is cut before the request has taken effect.
    case disconnectBefore = "disconnect_before"
    /// The connection is cut when the request has taken effect.
    case disconnectAfter = "disconnect_after"
    /// The answer comes `seconds` late.
    case slow
    /// A list loses its second half, and says that there is more without saying where.
    case truncateList = "truncate_list"
    /// An error page, of `status` or 200.
    case html
    /// The first half of the answer.
    case halfJSON = "half_json"
    /// After the answer, the first object of the page is moved to the end of the list.
    case changeBetweenPages = "change_between_pages"
  }

  var kind: Kind
  /// Nil for any.
  var method: HTTPRequest.Method?
  /// A path and what lies below it, or with `*`, which stands for any characters, a whole path.
  var path: String
  /// How many matching requests are let off first.
  var skip: Int
  /// How many matching requests are hit after that.
  var times: Int
  var status: Int?
  /// Seconds, for the header `Retry-After`.
  var retryAfter: Int?
  var seconds: Double

  /// `seconds`, rounded up.
  var wholeSeconds: Int { Int(seconds.rounded(.up)) }

  func matches(_ request: EmulatedRequest) -> Bool {
    if let method, method != request.method { return false }
    let path = "/" + request.segments.joined(separator: "/")
    guard self.path.contains("*") else {
      return path == self.path
        || path.hasPrefix(self.path.hasSuffix("/") ? self.path : self.path + "/")
    }
    return Self.matches(path[...], pattern: self.path[...])
  }

  /// What stands between the stars has to be there in this order, the first and the last piece at the ends:
  /// looked for from the left, so that it takes no longer for many stars.
  private static func matches(_ text: Substring, pattern: Substring) -> Bool {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first),
      text.hasSuffix(last), text.count >= first.count + last.count
    else { return false }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let place = rest.firstRange(of: piece) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }
}
