#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The variables of a process environment, as they were at one moment.
///
/// They are secrets for the most part, so that this prints, dumps and reflects as `(environment)`.
package struct ProcessEnvironment: Sendable {
  private let variables: [String: String]

  package init(_ variables: [String: String]) {
    self.variables = variables
  }

  /// The value of the variable `name`, which may be empty; nil if it is not set.
  package subscript(name: String) -> String? { variables[name] }

  /// The environment of this process now. Invalid UTF-8 is repaired with U+FFFD; of a name that is
  /// there twice the first counts, as with `getenv(3)`.
  package static var current: ProcessEnvironment {
    #if canImport(Darwin)
      let entries = unsafe _NSGetEnviron().pointee
    #else
      let entries: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe environ
    #endif
    guard var next = unsafe entries else { return ProcessEnvironment([:]) }
    var variables: [String: String] = [:]
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        let name = String(text[..<equals])
        if variables[name] == nil { variables[name] = String(text[text.index(after: equals)...]) }
      }
      unsafe next += 1
    }
    return ProcessEnvironment(variables)
  }
}

extension ProcessEnvironment: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  package var description: String { "(environment)" }
  package var debugDescription: String { "(environment)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
