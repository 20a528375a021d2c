internal import Diagnostics

extension Findings {
  /// Whether `name` can be the name of a variable of the process environment; reported otherwise,
  /// without the text, since it may be the secret itself.
  mutating func isVariableOfProcess(_ name: String, at range: SourceRange) -> Bool {
    let isName = name.unicodeScalars.enumerated().allSatisfy { index, scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "_": true
      case "0"..."9": index > 0
      default: false
      }
    }
    if isName { return true }
    report(
      "invalid-variable-name",
      "Invalid name of an environment variable",
      "What stands behind !env must be the name of a variable, of letters, digits and \"_\": "
        + "neither its value, nor a \"$\" before it.",
      at: range
    )
    return false
  }
}
