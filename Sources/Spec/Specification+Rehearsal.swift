internal import Model

/// The spec as it is tried out: on an emulator, whatever its environments lead to.
extension Specification {
  /// This spec with an emulator in place of every environment's instances.
  package var onEmulator: Specification {
    Specification(
      environments: environments.map(\.onEmulator),
      variables: variables,
      resources: resources,
      scope: scope,
      diagnostics: diagnostics
    )
  }
}

extension EnvironmentDeclaration {
  fileprivate var onEmulator: EnvironmentDeclaration {
    EnvironmentDeclaration(
      name: name,
      range: range,
      isProtected: isProtected,
      target: .emulator(store: "", range),
      variables: variables,
      secretRanges: secretRanges,
      flawed: []
    )
  }
}

extension DesiredState {
  /// The same for an account that has nothing yet: what somebody else keeps is made too, and nothing
  /// is there that an id or an earlier name could find.
  package var fromNothing: DesiredState {
    DesiredState(
      environment: environment,
      isProtected: isProtected,
      target: target,
      resources: resources.map { resource in
        var made = resource
        if made.mode == .external { made.mode = .managed }
        made.match = nil
        return made
      },
      variables: variables
    )
  }
}
