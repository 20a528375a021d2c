package import Diagnostics
package import Emulator

/// A conversation that is played through a deployed spec, with what each side has to receive.
package struct Scenario: Sendable {
  /// What it shows, in words.
  package let title: String
  /// What else is to be said of it.
  package let about: String?
  /// Where its title is written.
  package let place: Place
  /// The open facts that it stands on: these readings alone are played.
  package let assumptions: [OpenFact: String]
  /// In the order of writing.
  package let people: [Person]
  /// In the order in which they are played.
  package let steps: [Step]
}
