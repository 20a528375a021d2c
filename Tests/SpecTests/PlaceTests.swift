internal import Diagnostics
internal import Model
internal import Testing
internal import Values

@testable internal import Spec

/// From a value back to the smallest piece of source that holds it.
struct PlaceTests {
  private static let text = """
    zendesk:
      rules:
        one: &one
          title: One
          note: "plain text"
          body: !json {a: [{b: "c d"}]}
          tags: [x, 'y z']
        two:
          <<: *one
          title: Two
          note: |-
            first
              second line
          body: !file note.txt
        three:
          title: Three
          note: >-
            folded
            text
        four: {title: Four, note: "a\\"b"}

    """

  struct Case: CustomTestStringConvertible {
    let name: String
    let path: ValuePath
    let offset: Int?
    let place: String
    var testDescription: String { "\(name) \(path) \(offset.map(String.init) ?? "")" }

    init(_ name: String, _ path: ValuePath, _ offset: Int? = nil, at place: String) {
      self.name = name
      self.path = path
      self.offset = offset
      self.place = place
    }
  }

  static let cases = [
    Case("one", [], at: "a.yaml:5:5"),
    Case("one", ["title"], at: "a.yaml:6:14"),
    Case("one", ["title"], 2, at: "a.yaml:6:16"),
    Case("one", ["note"], 6, at: "a.yaml:7:20"),
    Case("one", ["body", "a", 0, "b"], 2, at: "a.yaml:8:31"),
    Case("one", ["tags", 1], 1, at: "a.yaml:9:19"),
    // What is not written is blamed on what is around it.
    Case("one", ["tags", 7], at: "a.yaml:9:13"),
    Case("one", ["missing", "too"], at: "a.yaml:5:5"),
    // Merged from elsewhere.
    Case("two", ["tags", 0], at: "a.yaml:9:14"),
    Case("two", ["note"], at: "a.yaml:13:13"),
    Case("two", ["note"], 8, at: "a.yaml:15:11"),
    Case("two", ["body"], at: "a.yaml:16:13"),
    Case("two", ["body"], 5, at: "note.txt:1:6"),
    // Between the text and the source there are escapes, or folding.
    Case("three", ["note"], 3, at: "a.yaml:19:13"),
    Case("four", ["note"], 2, at: "a.yaml:22:31"),
  ]

  @Test(arguments: cases)
  func `a value is found where it is written`(_ test: Case) throws {
    let spec = MarkedSpec(
      "version: 1\nenvironments: {local: {emulator: a}}\n" + Self.text,
      name: "a.yaml"
    )
    let (specification, problems) = Specification.read([spec.file], options: testOptions)
    #expect(problems == [])
    let address = Address(system: "zendesk", collection: "rules", name: test.name)
    let range = try #require(specification).scope.range(
      of: test.path,
      offset: test.offset,
      in: address
    )
    #expect(range?.place.description == test.place)
  }
}
