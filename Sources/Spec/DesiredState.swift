package import Model
package import Values

/// What the spec says of one environment, everything resolved but the ids of its resources.
package struct DesiredState: Sendable {
  package let environment: EnvironmentName
  /// Whether applying needs the environment's name as consent.
  package let isProtected: Bool
  package let target: Target
  /// In the order of the files and of the declarations in them.
  package let resources: [Resource]
  /// Every variable of the environment with its value, in the order of declaration.
  package let variables: Members
}
