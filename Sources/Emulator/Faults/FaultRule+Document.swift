internal import HTTPTypes
internal import Values

extension FaultRule {
  /// The rule as the door takes it, with what is left of it.
  var document: Value {
    var members: Members = ["kind": .string(kind.rawValue), "path": .string(path)]
    if let method { members["method"] = .string(method.rawValue) }
    if skip > 0 { members["skip"] = .integer(skip) }
    members["times"] = .integer(times)
    if let status { members["status"] = .integer(status) }
    if let retryAfter { members["retry_after"] = .integer(retryAfter) }
    if kind == .slow {
      members["seconds"] = Int(exactly: seconds).map { .integer($0) } ?? .decimal("\(seconds)")
    }
    return .object(members)
  }
}
