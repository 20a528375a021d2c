import SystemPackage

/// One of the three streams that every process is started with.
package enum StandardStream: Sendable, Hashable {
  case input, output, error

  var descriptor: FileDescriptor {
    switch self {
    case .input: .standardInput
    case .output: .standardOutput
    case .error: .standardError
    }
  }
}
