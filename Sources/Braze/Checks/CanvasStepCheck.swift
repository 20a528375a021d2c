internal import Model
internal import Values

/// What the steps of a Canvas are held to, taken together.
enum CanvasStepCheck {
  static func findings(_ steps: [Value]) -> [Finding] {
    guard !steps.isEmpty else {
      return [
        Finding(
          code: "missing-step",
          summary: "Canvas without a step",
          detail: "A Canvas has a step at least, and nothing is sent without one. Add one.",
          at: ["steps"]
        )
      ]
    }
    var seen: Set<String> = []
    return steps.enumerated().compactMap { index, step in
      guard let name = step["name"]?.text, !seen.insert(name.trimmingBlanks).inserted else {
        return nil
      }
      return Finding(
        code: "repeated-step",
        summary: "Two steps of one name",
        detail:
          "Steps are told apart by their names, and \"\(name)\" is there already. Rename one.",
        at: ["steps", .index(index), "name"]
      )
    }
  }
}
