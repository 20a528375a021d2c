/// Something that carries a request to a server and brings the answer back.
package protocol Transport: Sendable {
  /// Sends `request` once, without retries and without following redirects.
  ///
  /// - Throws: `TransportError` if no whole answer arrived.
  func send(_ request: Request) async throws(TransportError) -> Response
}
