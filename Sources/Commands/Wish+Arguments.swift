internal import Diagnostics
internal import Model
internal import Planning

extension Preparation.Wish {
  /// What the command line says.
  ///
  /// - Throws: `Preparation.Failure` for an address that is none.
  init(
    _ path: String,
    _ choice: EnvironmentArguments,
    _ planning: PlanningArguments
  ) throws(Preparation.Failure) {
    var options = PlanningOptions()
    options.selection = Selection(
      only: planning.selection.only,
      exclude: planning.selection.exclude
    )
    options.setsSecrets = planning.setSecrets
    options.allowsDataLoss = planning.allowDataLoss
    for text in planning.allowReplace {
      guard let address = Address(text) else {
        throw Preparation.Failure(
          status: .invalid,
          diagnostics: [
            Diagnostic(
              code: "malformed-address",
              summary: "Not an address",
              detail: "--allow-replace takes an address such as zendesk.webhooks.trigger_campaign, "
                + "and \"\(text)\" is none."
            )
          ]
        )
      }
      options.allowedReplacements.insert(address)
    }
    self.init(
      path: path,
      environment: choice.environment,
      variables: choice.variables,
      options: options
    )
  }
}
