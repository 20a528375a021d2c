package import Diagnostics
internal import Model
package import Values

/// What was done on an emulator, for a program: the format that `Docs/RunbookFormat.md` describes.
package enum RehearsalJSON {
  private static let formatVersion = 1

  package static func value(
    of deeds: [Deed],
    _ runbook: Runbook,
    diagnostics: [Diagnostic]
  ) -> Value {
    let done = Set(deeds.map(\.address))
    let attested = runbook.attested.filter(done.contains)
    return [
      "format_version": .integer(formatVersion),
      "environment": .string(runbook.environment),
      "performed": .list(
        deeds.map { deed in
          [
            "address": .string(deed.address.description),
            "action": .string(deed.action.rawValue),
            "id": PlanJSON.text(deed.id),
          ]
        }
      ),
      "attest": attested.isEmpty ? .null : .string(runbook.invocation.attest(attested)),
      "diagnostics": .list(diagnostics.map(DiagnosticJSON.value(of:))),
    ]
  }
}
