internal import HTTPTypes
internal import Values

extension FaultRule {
  /// Why a fault cannot be understood, in words for whoever wrote it.
  struct Mistake: Error, Sendable, Hashable {
    var explanation: String
  }

  /// The rules in `{"faults": […]}`.
  static func rules(_ document: Value) throws(Mistake) -> [FaultRule] {
    guard let items = document["faults"]?.items else {
      throw Mistake(explanation: "expected an object with a list called \"faults\"")
    }
    return try items.enumerated().map { (index, item) throws(Mistake) in
      do throws(Mistake) {
        return try FaultRule(item)
      } catch {
        throw Mistake(explanation: "faults[\(index)]: \(error.explanation)")
      }
    }
  }

  private static let members: Set = [
    "kind", "method", "path", "skip", "times", "status", "retry_after", "seconds",
  ]

  private init(_ item: Value) throws(Mistake) {
    guard let members = item.members else { throw Mistake(explanation: "expected an object") }
    if let unknown = members.keys.first(where: { !Self.members.contains($0) }) {
      throw Mistake(explanation: "there is no \"\(unknown)\"")
    }
    guard let kind = members["kind"]?.text.flatMap({ Kind(rawValue: $0) }) else {
      let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw Mistake(explanation: "\"kind\" must be one of \(kinds)")
    }
    guard let path = members["path"]?.text, path.hasPrefix("/") || path.hasPrefix("*") else {
      throw Mistake(explanation: "\"path\" must be a path, such as /api/v2/triggers")
    }
    self.kind = kind
    self.path = path
    method = try Self.method(members["method"])
    skip = try Self.number(members, "skip", in: 0...1_000_000) ?? 0
    times = try Self.number(members, "times", in: 1...1_000_000) ?? 1
    status = try Self.number(members, "status", in: 200...599)
    retryAfter = try Self.number(members, "retry_after", in: 0...86_400)
    seconds = try Self.seconds(members["seconds"])
    if kind == .status, status == nil {
      throw Mistake(explanation: "\"status\" must be a number from 200 to 599")
    }
  }

  private static func method(_ value: Value?) throws(Mistake) -> HTTPRequest.Method? {
    guard let value, value != "*" else { return nil }
    guard let method = value.text.flatMap({ HTTPRequest.Method($0.uppercased()) }) else {
      throw Mistake(explanation: "\"method\" must be a method, such as POST")
    }
    return method
  }

  private static func number(
    _ members: Members,
    _ name: String,
    in range: ClosedRange<Int>
  ) throws(Mistake) -> Int? {
    guard let value = members[name] else { return nil }
    guard let number = value.integer, range.contains(number) else {
      throw Mistake(
        explanation:
          "\"\(name)\" must be a number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  private static func seconds(_ value: Value?) throws(Mistake) -> Double {
    guard let value else { return 1 }
    guard let seconds = value.integer.map({ Double($0) }) ?? value.decimalNumber,
      (0...600).contains(seconds)
    else { throw Mistake(explanation: "\"seconds\" must be a number from 0 to 600") }
    return seconds
  }
}

extension Value {
  fileprivate var decimalNumber: Double? {
    if case .decimal(let digits) = self { Double(digits) } else { nil }
  }
}
