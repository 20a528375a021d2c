package import HTTPTypes

/// One request as sent, for logs and counts; it holds no credentials.
package struct Exchange: Sendable, Hashable {
  package let method: HTTPRequest.Method
  /// With the query, without the origin.
  package let target: String
  /// The status of the answer; nil if there was none.
  package let status: Int?
  /// From sending to the whole answer.
  package let duration: Duration
  /// 1 for the first time the request was sent.
  package let attempt: Int
}
