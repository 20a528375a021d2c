internal import Model
internal import Values

extension Doing {
  /// What it is called in a report.
  var label: String {
    switch self {
    case .sms(let from, let group, _): "sms from \(from) to \(group.name)"
    case .update(let by, let ticket, let attributes):
      attributes.keys == ["comment"]
        ? "reply by \(by) to \(ticket)" : "update of \(ticket) by \(by)"
    case .create(let by, let ticket, _): "create \(ticket) by \(by)"
    case .request(let system, let method, let path, _): "request \(method) \(path) to \(system)"
    case .event(let user, let name, _): "event \(name) of \(user)"
    case .attributes(let user, _): "attributes of \(user)"
    case .wait(let seconds): "wait \(Self.span(seconds))"
    case .fault: "fault"
    case .together(let doings): "together: \(doings.map(\.label).joined(separator: ", "))"
    }
  }

  private static func span(_ seconds: Int) -> String {
    for (unit, length) in [("day", 86_400), ("hour", 3_600), ("minute", 60)]
    where seconds > 0 && seconds % length == 0 {
      let count = seconds / length
      return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }
    return "\(seconds) second\(seconds == 1 ? "" : "s")"
  }
}
