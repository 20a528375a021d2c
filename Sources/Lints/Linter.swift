package import Diagnostics
package import Spec

/// Holds a resolved spec to every lint.
package enum Linter {
  package static let lints: [Lint] = [
    .webhookBodyJSON, .webhookWithoutBody, .webhookForEvents, .undeclaredCustomField,
  ]

  /// What the lints say of `desired`, which `specification` came to.
  package static func diagnostics(
    of desired: DesiredState,
    in specification: Specification
  ) -> [Diagnostic] {
    let survey = Survey(desired.resources)
    return lints.flatMap { lint in
      lint.find(survey).flatMap { hit in
        specification.diagnostics([lint.finding(hit)], of: hit.address)
      }
    }
  }
}
