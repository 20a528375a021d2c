import Diagnostics
import Testing
import Values

@testable import Liquid

extension Template {
  /// What `text` leaves with the data that `json` says, on 2026-11-21 at 10:00:05 UTC.
  static func rendered(
    _ text: String,
    _ json: String = "{}",
    _ dialect: Dialect = .liquid,
    strict: Bool = false
  ) throws -> String? {
    let data = try #require(try Value(json: json).members)
    let options = RenderOptions(now: now, isStrict: strict)
    return try Template(text, dialect: dialect).render(data, options).text
  }

  static let now = 1_795_255_205

  /// The code and place, `line:column code`, of the error that `text` ends with; nil if it ends well.
  static func failure(
    _ text: String,
    _ json: String = "{}",
    _ dialect: Dialect = .liquid,
    strict: Bool = false
  ) throws -> String? {
    do {
      _ = try rendered(text, json, dialect, strict: strict)
      return nil
    } catch let error as RenderError {
      let place = "\(error.position.line):\(error.position.column) \(error.code)"
      return error.block.map { "\($0) \(place)" } ?? place
    }
  }
}
