internal import Diagnostics
internal import Model
internal import Values

extension Lint {
  /// Liquid's tags choose among several bodies.
  static let bodyNotAlwaysJSON = Lint(
    code: "webhook-body-not-always-json",
    severity: .warning,
    summary: "Webhook body is not always JSON",
    why: """
      A body with tags is gone through by every branch, and on some of these ways what is left is not JSON, such as
      with a comma too many. A warning, since conditions that depend on each other may rule such a way out.
      """,
    passing: [
      BrazeExample.request(#"'{"a": 1{% if ${gender} %}, "b": "{{${gender}}}"{% endif %}}'"#),
      BrazeExample.request("'{% if ${gender} %}{}{% else %}{% abort_message() %}{% endif %}'"),
    ],
    failing: [
      BrazeExample.request(#"'{"a": 1{% if ${gender} %}, "b": "{{${gender}}}",{% endif %}⟦}'"#)
    ]
  ) { survey in
    survey.bodyFaults(\.sometimes).map { fault in
      fault.hit("On one way through this body's tags, what is left is not JSON: \(fault.reason).")
    }
  }
}
