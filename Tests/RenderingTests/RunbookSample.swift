import Diagnostics
import Model
import Planning
import Rendering
import Values

/// A vendor with letters, which people write, words that no API reads, and rules that need letters' ids.
enum RunbookSample {
  static let letter = Kind(
    "post.letter",
    collection: "letters",
    summary: "A letter.",
    page: "https://post.example/letters",
    identity: .attribute("name"),
    mode: .verified,
    handwork: Handwork(
      place: { _ in "Desk > Letters > New" },
      placeOfChange: "Desk > Letters",
      verification: "the next plan reads it",
      rehearsal: Handwork.Rehearsal("letters") { $0 }
    ),
    schema: [
      "name": Attribute(.text, "Its name.").required.labelled("Letter name"),
      "call": Attribute(
        .object([
          "headers": Attribute(.map(.text), "Headers.").holdingSecrets().labelled("Headers"),
          "body": Attribute(.body, "The body.").labelled("Raw Text"),
        ]),
        "A call."
      ).labelled("Compose"),
      "sent": Attribute(
        .object([
          "word": Attribute(.identifier(of: "post.word"), "A word.").labelled("Word"),
          "how": Attribute(.choice(["by_air", "by_sea"]), "How.").labelled("By"),
          "again": Attribute(.boolean, "Again?").labelled("More than once"),
        ]),
        "When."
      ).attested.labelled("Delivery"),
      "filters": Attribute(
        .list(
          .object([
            "key": Attribute(.text, "A key.").labelled("Key"),
            "value": Attribute(.either([.boolean, .text]), "A value.").labelled("Value"),
          ])
        ),
        "To whom."
      ).labelled("Filter"),
      "tags": Attribute(.list(.text), "Tags.").unordered.labelled("Tags"),
      "old": Attribute(.boolean, "Old?").defaulting(to: false).labelled("Old"),
    ],
    examples: []
  )

  static let word = Kind(
    "post.word",
    collection: "words",
    summary: "A word.",
    page: "https://post.example/words",
    identity: .attribute("name"),
    mode: .attested,
    handwork: Handwork(
      place: { _ in "Desk > Words > New" },
      placeOfChange: "Desk > Words",
      verification: "look at the page and attest",
      rehearsal: Handwork.Rehearsal("words") { $0 }
    ),
    schema: [
      "name": Attribute(.text, "Its name.").required.attested.labelled("Word"),
      "reply": Attribute(.text, "A reply.").attested.labelled("Reply"),
    ],
    examples: []
  )

  static let rule = Kind(
    "post.rule",
    collection: "rules",
    summary: "A rule.",
    page: "https://post.example/rules",
    identity: .attribute("name"),
    schema: [
      "name": Attribute(.text, "Its name.").required,
      "letter": Attribute(.identifier(of: "post.letter"), "A letter."),
    ],
    examples: []
  )

  static let trait = Kind(
    "post.trait",
    collection: "traits",
    summary: "A trait.",
    page: "https://post.example/traits",
    identity: .nameUnlessWritten("name"),
    mode: .verified,
    emergence: "it comes when it is first used",
    handwork: Handwork(
      place: { _ in "Desk > Traits" },
      placeOfChange: "Desk > Traits",
      verification: "the next plan reads it",
      rehearsal: Handwork.Rehearsal("traits") { $0 }
    ),
    schema: ["name": Attribute(.text, "Its name.").labelled("Name")],
    examples: []
  )

  static func resource(_ kind: Kind, _ name: String, _ attributes: Members) -> Resource {
    var resource = Resource(
      address: kind.address(name),
      kind: kind,
      attributes: attributes,
      range: SourceRange(startOf: SourceText(name: "spec.yaml", text: "\n"))
    )
    resource.mode = kind.mode
    return resource
  }

  static func reference(_ address: String) -> Value { .reference(Reference(to: address)) }

  static func runbook(
    _ resources: [Resource],
    live: [String: [RemoteObject]] = [:],
    baselines: [Address: Baseline] = [:]
  ) throws -> Runbook {
    let plan = try Planner.plan(
      PlanningInput(
        environment: "test",
        targets: ["post": "https://post.example"],
        resources: resources,
        live: live,
        baselines: baselines,
        reads: 2
      )
    )
    return Runbook(
      plan,
      resources: resources,
      invocation: Invocation(path: nil, environment: "test")
    )
  }

  static func markdown(_ resources: [Resource], live: [String: [RemoteObject]] = [:]) throws
    -> String
  {
    RunbookMarkdown.text(of: try runbook(resources, live: live))
  }

  static func text(_ runbook: Runbook, width: Int? = nil) -> String {
    RunbookText(palette: Palette(isColoured: false), width: width).text(of: runbook)
  }
}
