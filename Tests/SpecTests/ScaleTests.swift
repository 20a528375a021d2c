internal import Diagnostics
internal import Model
internal import Testing

@testable internal import Spec

/// Specs of a size that no hand writes.
struct ScaleTests {
  @Test func `ten thousand resources in a chain of references are read in seconds`() throws {
    var text = "zendesk:\n  rules:\n"
    for number in 0..<10_000 {
      text += "    r\(number): {title: Rule \(number), note: "
      text += number == 0 ? "first" : "!ref zendesk.rules.r\(number - 1)"
      text += ", tags: [a, b, c], steps: [{field: f, value: v}], body: !json {a: 1}}\n"
    }
    let clock = ContinuousClock()
    var count = 0
    let duration = try clock.measure { count = try desiredState(text).resources.count }
    #expect(count == 10_000)
    // A debug build on a busy machine takes about two; a quadratic step would take minutes.
    #expect(duration < .seconds(30))
  }

  @Test func `thousands of errors are reported in seconds`() {
    var text = "zendesk:\n  rules:\n"
    for number in 0..<2_000 {
      text += "    r\(number): {title: Rule \(number), note: !ref zendesk.rules.s\(number)}\n"
    }
    let clock = ContinuousClock()
    var count = 0
    let duration = clock.measure {
      count =
        Specification.read([MarkedSpec.body(text).file], options: testOptions)
        .diagnostics.count
    }
    #expect(count == 2_000)
    #expect(duration < .seconds(30))
  }
}
