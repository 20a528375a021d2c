package import HTTPTypes

/// One HTTP request, whole.
///
/// Its headers may hold credentials, so it prints as method and URL alone.
package struct Request: Sendable, CustomStringConvertible {
  package var method: HTTPRequest.Method
  /// Absolute, with scheme and host: `https://acme.zendesk.com/api/v2/triggers?page[size]=100`.
  package var url: String
  package var headers: HTTPFields
  package var body: [UInt8]

  package init(
    _ method: HTTPRequest.Method,
    _ url: String,
    headers: HTTPFields = [:],
    body: [UInt8] = []
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  package var description: String { "\(method.rawValue) \(url)" }
}
