package import Client
package import HTTPTypes
package import Messages
internal import Values

/// The manners of Braze's REST API.
///
/// https://www.braze.com/docs/api/basics/ and https://www.braze.com/docs/api/errors/
package struct BrazeDialect: Dialect {
  package let origin: String
  private let credentials: BrazeCredentials

  /// - Parameter origin: `https://rest.iad-01.braze.com`; a slash at its end is dropped.
  package init(origin: String, credentials: BrazeCredentials) {
    self.origin = origin.last == "/" ? String(origin.dropLast()) : origin
    self.credentials = credentials
  }

  /// A webhook campaign's headers are read back.
  package var answersSecrets: Bool { true }

  package var credential: String { credentials.name }

  package func authorization(by courier: Courier) async throws(APIFailure) -> HTTPFields {
    if let fault = credentials.fault {
      throw APIFailure(.authentication, fault, method: "GET", path: "/")
    }
    switch credentials {
    case .apiKey(let secret): return [.authorization: "Bearer \(secret.reveal() ?? "")"]
    case .emulator: return [.authorization: "Bearer emulator"]
    }
  }

  /// A key is never renewed.
  package func renew(after rejected: HTTPFields) async -> Bool { false }

  package func message(in response: Response) -> ServerMessage {
    BrazeEnvelope.message(in: response.body)
  }

  package func fault(in response: Response) -> ServerMessage? {
    BrazeEnvelope.fault(in: response.body)
  }

  /// Braze documents none.
  package func requestID(of response: Response) -> String? { nil }

  /// Braze tells of what it leaves out as errors, if at all.
  package func droppedAttributes(in response: Response, wrapper: String) -> [String] { [] }

  package func advice(on failure: APIFailure) -> String? {
    switch failure.cause {
    case .authentication:
      "Braze did not take \(credential). A key belongs to one workspace, and only its own instance "
        + "knows it: \(BrazeInstances.hint(on: origin)) Keys are listed there under Settings > APIs and "
        + "Identifiers."
    case .permission:
      "\(permission(for: failure.path)) The permissions of a key cannot be changed: make a new key "
        + "under Settings > APIs and Identifiers, with all that this tool uses, and delete the old one: "
        + BrazePermission.all.joined(separator: ", ") + "."
    case .notFound where failure.method == "GET":
      "Check that \(origin) is the REST endpoint of a Braze instance, and not its dashboard: "
        + BrazeInstances.hint(on: origin)
    case .invalid where failure.message.contains("with this name already exists"):
      "A block in the archive may have the name: no list shows those. Unarchive it in the dashboard, "
        + "under Templates > Content Blocks, or choose another name."
    case .invalid where failure.message.contains("tags could not be found"):
      "No API makes tags: make them in the dashboard first, under Settings > Tags."
    case .invalid
    where failure.status.map { (200..<300).contains($0) } == true
      && failure.method != "GET":
      "Braze took the request and named errors. Plan again to see what it left."
    default: nil
    }
  }

  private func permission(for path: String) -> String {
    guard let name = BrazePermission.name(for: path) else {
      return "\(credential.capitalizedFirst) may not do this at Braze."
    }
    return "\(credential.capitalizedFirst) needs Braze's permission \(name)."
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
