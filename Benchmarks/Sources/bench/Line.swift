import Foundation

/// One figure of the table and what it is held to.
struct Line {
  /// What is bounded, and by what.
  enum Bound {
    /// At most this many times the same work done the least way.
    case ratio(Double)
    /// At most this much, in the figure's unit.
    case most(Double)
    /// Exactly this much.
    case exactly(Double)
    /// Shown for comparison.
    case none
  }

  let name: String
  let figure: Double
  /// What it is compared with, for a ratio.
  var base: Double?
  let unit: String
  let bound: Bound

  var holds: Bool {
    switch bound {
    case .ratio(let limit): base.map { figure <= limit * $0 } ?? false
    case .most(let limit): figure <= limit
    case .exactly(let value): figure == value
    case .none: true
    }
  }

  /// Name, figure, base, ratio, bound, verdict.
  var cells: [String] {
    let wanted: String
    switch bound {
    case .ratio(let limit): wanted = "<= \(limit.plain)x"
    case .most(let limit): wanted = "<= \(limit.plain) \(unit)"
    case .exactly(let value): wanted = "= \(value.plain)"
    case .none: wanted = ""
    }
    return [
      name, "\(figure.plain) \(unit)", base.map { "\($0.plain) \(unit)" } ?? "",
      base.map { String(format: "%.2fx", figure / $0) } ?? "", wanted,
      wanted.isEmpty ? "" : holds ? "holds" : "DOES NOT HOLD",
    ]
  }
}

extension Double {
  /// Three significant digits, whole numbers as they are.
  var plain: String {
    self == rounded() && abs(self) < 1e9 ? String(Int(self)) : String(format: "%.3g", self)
  }
}

extension [Double] {
  var median: Double {
    let sorted = self.sorted()
    guard !sorted.isEmpty else { return .nan }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
