internal import Model
internal import Values

/// What tickets are after the step, and which comments it left on them.
extension Matcher {
  /// An expectation of a ticket, with its place in the step.
  private struct Wanted {
    let index: Int
    let expectation: Expectation
    let name: String
    let comment: Expectation.Comment?
    let attributes: Members
  }

  mutating func matchTickets(_ expectations: [Expectation]) {
    let wanted = expectations.enumerated().compactMap { index, expectation -> Wanted? in
      guard case .ticket(let name, let comment, let attributes) = expectation.subject else {
        return nil
      }
      return Wanted(
        index: index,
        expectation: expectation,
        name: name,
        comment: comment,
        attributes: attributes
      )
    }
    name(wanted)
    // Two expectations of one ticket with a comment each mean two comments.
    let commented = wanted.filter { $0.comment != nil }
    let entries = observation.entries.filter { $0["comment"]?.members != nil && $0.ticket != nil }
    let columns = Assignment.columns(rows: commented.count, columns: entries.count) { row, column in
      self.comment(commented[row], entries[column])?.allSatisfy(\.holds) ?? false
    }
    var found: [Int: Entry] = [:]
    for (want, column) in zip(commented, columns) { found[want.index] = column.map { entries[$0] } }
    let taken = Set(columns.compactMap { $0 }.map { entries[$0].number })
    for want in wanted {
      let free = entries.first {
        !taken.contains($0.number) && $0.ticket == cast.tickets[want.name]
      }
      judge(want, found[want.index], nearest: free)
    }
  }

  /// Gives the names that no ticket has yet to the tickets that the step made, as they fit best.
  private mutating func name(_ wanted: [Wanted]) {
    var new: [Wanted] = []
    for want in wanted
    where cast.tickets[want.name] == nil && !new.contains(where: { $0.name == want.name }) {
      new.append(want)
    }
    let named = Set(cast.tickets.values)
    let made = observation.entries.filter { $0.happening == .ticketCreated }
      .compactMap(\.ticket).filter { !named.contains($0) }
    let columns = Assignment.columns(rows: new.count, columns: made.count) { row, column in
      values(new[row].attributes, of: made[column]).allSatisfy(\.holds)
    }
    var left = made
    for (want, column) in zip(new, columns) {
      guard let column else { continue }
      cast.tickets[want.name] = made[column]
      left.removeAll { $0 == made[column] }
    }
    // What fits none is shown beside what was made.
    for (want, column) in zip(new, columns) where column == nil && !left.isEmpty {
      cast.tickets[want.name] = left.removeFirst()
    }
  }

  private mutating func judge(_ want: Wanted, _ comment: Entry?, nearest: Entry?) {
    guard let number = cast.tickets[want.name], observation.ticket(number) != nil else {
      verdicts[want.index] = verdict(want.expectation, [], nil)
      return
    }
    var comparisons = [
      Comparison("ticket", expected: .string(want.name), actual: .string(want.name))
    ]
    comparisons += values(want.attributes, of: number)
    var absence: String?
    let shown = comment ?? nearest
    if want.comment != nil {
      if let shown, let held = self.comment(want, shown) {
        comparisons += held
      } else {
        absence = "the step left no comment on the ticket that is not accounted for"
      }
    }
    verdicts[want.index] = verdict(
      want.expectation,
      comparisons,
      shown,
      ticket: number,
      absence: absence
    )
    claim(ticket: number, comment: comment)
  }

  /// Accounts for what the step did to the ticket; for an update with a comment only if that is the
  /// one that was expected.
  private mutating func claim(ticket number: String, comment: Entry?) {
    for entry in observation.entries where entry.ticket == number {
      switch entry.happening {
      case .ticketCreated, .triggerFired, .automationFired: claimed.insert(entry.number)
      case .ticketUpdated where entry["comment"]?.members == nil || entry == comment:
        claimed.insert(entry.number)
      default: break
      }
    }
  }

  private func values(_ attributes: Members, of number: String) -> [Comparison] {
    guard let ticket = observation.ticket(number) else { return [] }
    return attributes.flatMap { name, value -> [Comparison] in
      switch name {
      case "assignee": [user(name, value, ticket["assignee_id"])]
      case "requester":
        value.members == nil
          ? [user(name, value, ticket["requester_id"])]
          : comparer.partial(
            name,
            value,
            observation.user(ticket["requester_id"]).map { .object($0) }
          )
      case "group": [group(value, ticket["group_id"])]
      case "custom_fields":
        (value.members ?? [:]).flatMap { address, value in
          comparer.partial(address, value, field(address, ticket))
        }
      case "via": comparer.partial(name, value, ticket["via"]?["channel"])
      default: comparer.partial(name, value, ticket[name])
      }
    }
  }

  /// The value of the custom field that is declared at `address`.
  private func field(_ address: String, _ ticket: Members) -> Value? {
    let id = Address(address).flatMap { cast.ids[$0] }
    return ticket["custom_fields"]?.items?.first { $0["id"]?.scalarText == id }?["value"]
  }

  private func user(_ name: String, _ expected: Value, _ actual: Value?) -> Comparison {
    let id = expected.text.flatMap { cast.agents[$0] }.map { Value.integer($0) }
    let known = cast.agents.first { Value.integer($0.value) == actual }?.key
    let shown = known.map { Value.string($0) } ?? observation.user(actual)?["name"] ?? actual
    return Comparison(
      name,
      expected: expected,
      actual: shown,
      holds: id ?? .null == actual ?? .null
    )
  }

  private func group(_ expected: Value, _ actual: Value?) -> Comparison {
    let id = expected.text.flatMap { Address($0) }.flatMap { cast.ids[$0] }
    let known = cast.ids.first { $0.key.collection == "groups" && $0.value == actual?.scalarText }?
      .key
    return Comparison(
      "group",
      expected: expected,
      actual: known.map { .string($0.description) } ?? actual,
      holds: id == actual?.scalarText && (id != nil || expected.isNull)
    )
  }

  /// What was expected of a comment beside the one of `entry`; nil where that is on another ticket.
  private func comment(_ want: Wanted, _ entry: Entry) -> [Comparison]? {
    guard let expected = want.comment, let comment = entry["comment"],
      let number = cast.tickets[want.name], entry.ticket == number
    else { return nil }
    var comparisons: [Comparison] = []
    if let text = expected.text {
      comparisons.append(comparer.text("comment.text", text, comment["body"]))
    }
    if let isPublic = expected.isPublic {
      comparisons.append(
        Comparison("comment.public", expected: .boolean(isPublic), actual: comment["public"])
      )
    }
    if let author = expected.author {
      comparisons.append(self.author(author, comment["author"], of: number))
    }
    return comparisons
  }

  private func author(_ expected: String, _ actual: Value?, of number: String) -> Comparison {
    let id =
      expected == "requester"
      ? observation.ticket(number)?["requester_id"] : cast.agents[expected].map { .integer($0) }
    let isSame = id?.scalarText != nil && id?.scalarText == actual?["id"]?.scalarText
    return Comparison(
      "comment.author",
      expected: .string(expected),
      actual: isSame ? .string(expected) : actual?["name"],
      holds: isSame
    )
  }
}
