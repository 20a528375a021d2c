internal import Diagnostics

/// The reference of all lints: `Docs/Lints.md`.
package enum LintsMarkdown {
  /// The whole page.
  package static func text(of lints: [Lint]) -> String {
    var lines = [
      "# Lints", "",
      "Rules that see more than one resource, or a resource and its environment, generated from the same",
      "description that Lockstep works by. `Scripts/record` writes this page; a test holds it to the truth.",
      "",
      "An error stops every command before any request; it is what certainly does not work. A warning",
      "stops nothing.", "",
      "| rule | severity | finds |", "|---|---|---|",
    ]
    lines += lints.map { lint in
      "| [`\(lint.code)`](#\(lint.code)) | \(lint.severity.rawValue) | \(lint.summary) |"
    }
    lines += [""] + silencing
    for lint in lints { lines += [""] + section(lint) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let silencing = [
    "## Turning a rule off", "",
    "A resource says so itself, with the reason:", "",
    "```yaml", "zendesk:", "  triggers:", "    reply:", "      title: Reply",
    "      lint: {echo-to-braze: off, reason: Braze tags its comments and the first condition asks for that.}",
    "```", "",
    "It holds for what is reported at that resource, whatever other resources take part in it. Without a reason",
    "it is an error, as is a rule that does not exist; one that would have nothing to say in any environment is",
    "a warning.",
  ]

  private static func section(_ lint: Lint) -> [String] {
    var lines = ["## `\(lint.code)`", "", "\(lint.summary): \(noun(lint.severity)).", "", lint.why]
    if let failing = lint.failing.first { lines += ["", "Reported:", ""] + block(failing) }
    if let passing = lint.passing.first { lines += ["", "Not reported:", ""] + block(passing) }
    return lines
  }

  private static func noun(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "an error"
    case .warning: "a warning"
    }
  }

  /// An example, what is to blame named at the end of its line.
  private static func block(_ example: String) -> [String] {
    let lines = example.split(separator: "\n", omittingEmptySubsequences: true)
    return ["```yaml"]
      + lines.map { line in
        line.unicodeScalars.contains("⟦")
          ? String(line.filter { $0 != "⟦" }) + "    # here" : String(line)
      } + ["```"]
  }
}
