/// A conversation that is played through a deployed spec, with what each side has to receive.
package struct Scenario: Sendable {
  /// What it shows, in words.
  package var title: String
}
