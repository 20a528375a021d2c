import Diagnostics
import Model
import Testing
import Values

@testable import Planning
@testable import Rendering

struct PlanTextTests {
  private func change(_ action: Action, _ collection: String, _ index: Int) -> Change {
    Change(
      address: Address(system: "crm", collection: collection, name: "name_\(index)"),
      kind: "crm.\(collection)",
      action: action,
      reason: action == .create ? .missing : .differs,
      id: action == .create ? nil : "\(index)",
      attributes: [AttributeChange(path: "title", before: "A", after: "B")],
      body: [:],
      managed: [],
      orders: [:],
      identity: "B",
      source: Place(file: "spec.yaml", line: index, column: 1),
      places: [:]
    )
  }

  private func plan(_ changes: [Change]) -> Plan {
    Plan(
      environment: "local",
      targets: ["crm": "https://crm.localhost"],
      changes: changes,
      arrangements: [],
      unchanged: [],
      forgotten: [],
      drift: [],
      refusals: [],
      diagnostics: [],
      ids: [:],
      reads: 1
    )
  }

  private func lines(_ changes: [Change], width: Int? = nil, isCompact: Bool = false) -> [String] {
    PlanText(palette: Palette(isColoured: false), width: width, isCompact: isCompact)
      .text(of: plan(changes)).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  @Test func `a large plan goes kind by kind under headings, and ends with the counts`() {
    let changes = (1...100).flatMap {
      [change(.create, "rules", $0), change(.update, "fields", $0)]
    }
    let lines = lines(changes)
    #expect(
      lines.prefix(5) == [
        "local (crm https://crm.localhost)", "", "crm.rules  100 to create", "",
        "+ create crm.rules.name_1  spec.yaml:1",
      ]
    )
    let heading = lines.firstIndex(of: "crm.fields  100 to update") ?? 0
    #expect(lines[..<heading].count { $0.hasPrefix("+ ") } == 100)
    #expect(lines[heading...].count { $0.hasPrefix("~ ") } == 100)
    #expect(
      lines.suffix(2) == [
        "Plan: 100 to create, 100 to update; 0 unchanged. Read with 1 request.", "",
      ]
    )
  }

  @Test func `a compact plan has a line a change, with what an update is about`() {
    #expect(
      lines([change(.create, "rules", 1), change(.update, "fields", 2)], isCompact: true) == [
        "local (crm https://crm.localhost)", "", "+ create crm.rules.name_1  spec.yaml:1",
        "~ update crm.fields.name_2: title  (id 2)  spec.yaml:2", "",
        "Plan: 1 to create, 1 to update; 0 unchanged. Read with 1 request.", "",
      ]
    )
    let narrow = lines([change(.update, "fields", 2)], width: 40, isCompact: true)
    #expect(narrow.contains("~ update crm.fields.name_2: title  (id …"))
  }

  @Test func `no line of a plan passes the terminal's edge`() {
    let changes = (1...30).map { change(.update, $0 > 15 ? "rules" : "fields", $0) }
    for line in lines(changes, width: 50) { #expect(line.count <= 50, "\(line)") }
  }
}
