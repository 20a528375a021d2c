import Testing
import Values

@testable import Liquid

/// What holds for every rendering.
struct RenderingPropertyTests {
  @Test(arguments: 0..<400 as Range<UInt64>)
  func `random templates with random data leave text or an error with a place`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = RandomTemplate(seed: seed).text + Self.outputs(&generator)
    var data = Members()
    for name in ["a", "b", "d", "i", "attributes", "n"] {
      data[name] = Self.value(depth: 0, &generator)
    }
    for dialect in Dialect.all {
      let template = Template(text, dialect: dialect)
      let options = RenderOptions(now: Template.now, escapesForJSON: seed % 2 == 0)
      do throws(RenderError) {
        let rendering = try template.render(data, options)
        #expect((rendering.text?.utf8.count ?? 0) <= options.limits.output)
        #expect(try template.render(data, options) == rendering)
      } catch {
        #expect(error.range.upperBound <= error.text.utf8.count)
        #expect(!error.detail.isEmpty)
      }
    }
  }

  @Test func `every filter takes every value without harm`() {
    var generator = SeededGenerator(seed: 7)
    for filter in FilterTable.entries.keys.sorted() {
      for _ in 0..<60 {
        let values = (0..<3).map { _ in Self.value(depth: 0, &generator) }
        let arguments = ["", ": b", ": b, c"][Int.random(in: 0..<3, using: &generator)]
        let template = Template("{{ a | \(filter)\(arguments) }}", dialect: .braze)
        let data: Members = ["a": values[0], "b": values[1], "c": values[2]]
        do throws(RenderError) {
          #expect(try template.render(data, RenderOptions(now: 0)).text != nil)
        } catch {
          #expect(["liquid-argument", "liquid-limit"].contains(error.code), "\(filter)")
        }
      }
    }
  }

  /// Outputs through filters, so that what random templates lack is there.
  private static func outputs(_ generator: inout SeededGenerator) -> String {
    let filters = FilterTable.entries.keys.sorted()
    return (0..<6).map { _ in
      let filter = filters[Int.random(in: 0..<filters.count, using: &generator)]
      let name = ["a", "b", "d.first", "i[0]"][Int.random(in: 0..<4, using: &generator)]
      let argument = ["", ": b", ": 2, 'k'", ": -1"][Int.random(in: 0..<4, using: &generator)]
      return "{{ \(name) | \(filter)\(argument) | \(filter) }}"
    }.joined()
  }

  private static func value(depth: Int, _ generator: inout SeededGenerator) -> Value {
    switch Int.random(in: 0..<(depth < 3 ? 9 : 7), using: &generator) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &generator))
    case 2: return .integer([0, -1, 7, .max, .min][Int.random(in: 0..<5, using: &generator)])
    case 3:
      return .decimal(
        [
          "0.5", "-1e308", "1e400", "1e-400", "-0.0", "9999999999999999999999999999999999999999999",
        ][
          Int.random(in: 0..<6, using: &generator)
        ]
      )
    case 4, 5, 6:
      return .string(
        [
          "", " ", "é🙂", "12", "-1.5", "2026-11-21T10:00:00-25:00", "%", "<a", "\\'", "{\"k\":[1]}",
          "k", "\r\n",
          "99999-99-99", "Feb 30", "a\u{0}",
        ][Int.random(in: 0..<15, using: &generator)]
      )
    case 7:
      return .list(
        (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
          value(depth: depth + 1, &generator)
        }
      )
    default:
      return .object([
        "k": value(depth: depth + 1, &generator), "size": value(depth: depth + 1, &generator),
      ])
    }
  }
}
