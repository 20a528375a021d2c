package import HTTPTypes

/// One HTTP answer, whole.
package struct Response: Sendable {
  /// The HTTP status code.
  package var status: Int
  package var headers: HTTPFields
  package var body: [UInt8]

  package init(status: Int, headers: HTTPFields = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
