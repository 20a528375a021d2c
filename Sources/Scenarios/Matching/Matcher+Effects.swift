internal import Model
internal import Values

/// Effects that happen and are over: each is compared with what was expected of one of its sort, nil
/// where it is of another.
extension Matcher {
  func sms(
    _ entry: Entry,
    _ to: String,
    _ text: Expectation.Wording?,
    _ segments: Int?
  ) -> [Comparison]? {
    guard entry.happening == .smsSent, isNow(entry) else { return nil }
    var comparisons = [person(entry, to, called: "to", orBy: entry["to"])]
    if let text { comparisons.append(comparer.text("text", text, entry["body"])) }
    if let segments {
      comparisons.append(
        Comparison("segments", expected: .integer(segments), actual: entry["segments"])
      )
    }
    return comparisons
  }

  func event(
    _ entry: Entry,
    _ user: String,
    _ name: String,
    _ properties: Members
  ) -> [Comparison]? {
    guard entry.happening == .eventTracked, isNow(entry) else { return nil }
    return [
      person(entry, user, called: "user", orBy: nil),
      Comparison("name", expected: .string(name), actual: entry["event"]),
    ]
      + properties.flatMap { key, value in
        comparer.partial("properties.\(key)", value, entry["properties"]?[key])
      }
  }

  func message(
    _ entry: Entry,
    _ of: Address,
    _ user: String?,
    _ outcome: String,
    _ reason: String?
  ) -> [Comparison]? {
    guard [.messageAborted, .messageFailed].contains(entry.happening), isNow(entry) else {
      return nil
    }
    let actual = entry.happening == .messageAborted ? "aborted" : "failed"
    var comparisons = [
      origin(entry, of), Comparison("is", expected: .string(outcome), actual: .string(actual)),
    ]
    if let user { comparisons.append(person(entry, user, called: "user", orBy: nil)) }
    if let reason {
      comparisons.append(comparer.text("reason", .containing(reason), entry["reason"]))
    }
    return comparisons
  }

  /// A request of this step, or one of an earlier step that was tried again in this one.
  func webhook(_ entry: Entry, _ expected: Expectation.Webhook) -> [Comparison]? {
    guard [.webhookInvoked, .webhookSent].contains(entry.happening) else { return nil }
    let attempts = observation.attempts(at: entry)
    guard isNow(entry) || attempts.contains(where: isNow) else { return nil }
    let origin = origin(entry, expected.of)
    // One of another webhook is not what was meant, however like it is.
    guard origin.holds else { return nil }
    var comparisons = [origin]
    if let method = expected.method {
      comparisons.append(Comparison("method", expected: .string(method), actual: entry["method"]))
    }
    if let url = expected.url {
      comparisons.append(comparer.text("url", .equal(url), entry["url"]))
    }
    if let status = expected.status {
      let actual = attempts.last?["status_code"]
      comparisons.append(Comparison("status", expected: .integer(status), actual: actual))
    }
    if let count = expected.attempts {
      comparisons.append(
        Comparison("attempts", expected: .integer(count), actual: .integer(attempts.count))
      )
    }
    for (name, value) in expected.headers {
      let actual = entry["headers"]?.members?
        .first { $0.key.lowercased() == name.lowercased() }?.value
      comparisons += comparer.partial("headers.\(name)", value, actual)
    }
    return comparisons + body(expected.body, entry["body"])
  }

  private func body(_ expected: Expectation.Webhook.Body?, _ actual: Value?) -> [Comparison] {
    switch expected {
    case nil: return []
    case .text(let wording)?: return [comparer.text("body", wording, actual)]
    case .partial(let value)?:
      guard let json = Self.json(actual) else { return [unreadable(value, actual)] }
      return comparer.partial("json", value, json)
    case .exact(let value)?:
      guard let json = Self.json(actual) else { return [unreadable(value, actual)] }
      return comparer.exact("json", value, json)
    }
  }

  private func unreadable(_ expected: Value, _ actual: Value?) -> Comparison {
    Comparison("json", expected: expected, actual: actual, holds: false)
  }

  /// Nil where the body is no JSON.
  private static func json(_ body: Value?) -> Value? {
    guard let text = body?.text else { return nil }
    do throws(JSONError) {
      return try Value(json: Array(text.utf8))
    } catch {
      return nil
    }
  }

  /// Whether `entry` comes from the resource at `address`.
  private func origin(_ entry: Entry, _ address: Address) -> Comparison {
    let ids = ["webhook", "rule", "campaign"].compactMap { entry[$0]?["id"]?.scalarText }
    let names = ["rule", "webhook", "campaign"].compactMap { entry[$0] }
    let name = names.first.flatMap { $0["title"] ?? $0["name"] }
    let holds = cast.ids[address].map { ids.contains($0) } ?? false
    return Comparison(
      "of",
      expected: .string(address.description),
      actual: holds ? .string(address.description) : name,
      holds: holds
    )
  }

  /// Whether `entry` is about the person called `name`.
  private func person(
    _ entry: Entry,
    _ name: String,
    called label: String,
    orBy address: Value?
  ) -> Comparison {
    let persona = cast.profiles[name]
    let isSame =
      entry.user.map { $0 == persona?.brazeID }
      ?? (address?.text != nil && address?.text == persona?.phone)
    let actual = cast.profiles.first { $0.value.brazeID == entry.user }?.key
    return Comparison(
      label,
      expected: .string(name),
      actual: isSame
        ? .string(name)
        : actual.map { .string($0) } ?? address ?? entry["user"]?["external_id"],
      holds: isSame
    )
  }
}
