package import Model

/// Command lines as a person is to type them, with what says which spec and which environment is meant.
package struct Invocation: Sendable, Equatable {
  private let path: String?
  private let options: String

  /// - Parameters:
  ///   - path: The spec's, as it was given; nil for the one that is meant where none is named.
  ///   - variables: What stood behind each `--var`.
  package init(path: String?, environment: String, variables: [String] = []) {
    self.path = path
    options =
      " --environment \(environment)"
      + variables.map { " --var " + Self.quoted($0) }.joined()
  }

  package func attest(_ addresses: [Address]) -> String {
    let spec = path.map { " --spec " + Self.quoted($0) } ?? ""
    return "lockstep attest " + addresses.map(\.description).joined(separator: " ") + spec + options
  }

  package func run(_ command: String) -> String {
    "lockstep \(command)" + (path.map { " " + Self.quoted($0) } ?? "") + options
  }

  /// `word` as a shell takes it for one.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", "=", ":", "@", "+", ",": true
      default: false
      }
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
